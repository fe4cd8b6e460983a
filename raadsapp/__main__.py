"""Entry point of `raadsapp` and `python -m raadsapp`."""

import sys


def main(arguments: list[str] | None = None) -> None:
    """Do what the command line asks; an empty one opens the window, and does not wait for any command."""
    given = sys.argv[1:] if arguments is None else arguments
    if given:
        from raadsapp.cli.main import main as do

        do(given)
    else:
        from raadsapp.cli.window import main as show

        show()


if __name__ == "__main__":
    main()
