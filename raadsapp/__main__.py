"""Entry point of `raadsapp` and `python -m raadsapp`."""

from raadsapp.cli.main import main

if __name__ == "__main__":
    main()
