"""`hudhud serve`: the desk and the API of a record, on this machine."""

import secrets
from pathlib import Path

import click

from hudhud.cli.options import record_option
from hudhud.errors import HudhudError, RecordMissing
from hudhud.settings import desk_token

__all__ = ["command"]


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to bind to; others need a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port.")
@record_option
def command(host: str, port: int, record: Path) -> None:
    """Open the desk and the API of a record on a local address.

    Nobody but this machine reaches it by default. With another address every visitor brings a token: the one in
    HUDHUD_TOKEN, else one that is made and printed.
    """
    try:
        import uvicorn

        from hudhud.web import Access, create_app
        from hudhud.web.access import is_loopback
    except ImportError as error:
        raise HudhudError(message="The desk needs more: pip install 'hudhud[desk]'") from error
    if not record.exists():
        raise RecordMissing(path=str(record))
    token = desk_token() or (None if is_loopback(host) else secrets.token_urlsafe(24))
    app = create_app(record, access=Access(host=host, token=token))
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk of {record}: http://{shown}:{port}/{f'?token={token}' if token else ''}", err=True)
    click.echo("The API: /api. Stop with Ctrl-C.", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
