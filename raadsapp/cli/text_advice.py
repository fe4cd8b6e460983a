"""What is said of texts that are kept with a command: what in them may be personal data."""

import click


def advise(*texts: str) -> None:
    """Say on standard error what in these texts may be personal data, by own rules; nothing is held back."""
    from raadsapp.services.personal_data import advice, check

    if told := advice(check("\n\n".join(filter(None, texts)))):
        click.echo(told, err=True)
