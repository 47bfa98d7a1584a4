"""`python -m hudhud` is `hudhud`."""

from hudhud.cli import main

main()
