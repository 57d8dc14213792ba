"""Let `python -m embargo_watch` run the command line where no script was installed."""

from embargo_watch.cli.main import main

if __name__ == "__main__":
    main()
