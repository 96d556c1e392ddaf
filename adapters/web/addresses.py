"""Which addresses may be read: public ones on the web's own ports, and nothing of ours."""

import re
import socket
from collections.abc import Collection
from dataclasses import dataclass, field
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from yarl import URL

from bot.domain.language import translatable
from bot.errors import BotError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
AddressInfo = tuple[
    int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]
]

WEB_PORTS = frozenset({80, 443})
LONGEST_LINK = 2000
_NAT64 = ip_network("64:ff9b::/96")
_NUMERIC_LABEL = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)


class NoLink(BotError):
    """A link that nothing can be fetched from."""

    reply = translatable(
        "“{link}” is no link I can read. It should look like https://example.com/article"
    )


class NotPublic(BotError):
    """A link into somebody's own network, or to a service that is not the web."""

    reply = translatable(
        "“{link}” doesn’t lead to the public web, so I don’t read it. Paste the article’s text"
        " instead."
    )


class AddressRefused(OSError):
    """A connection that was not made because of where it would have gone."""


@dataclass(slots=True)
class Gate:
    """Lets connections through to public addresses only.

    It is asked about a link before it is followed, and again about the address that a connection
    really goes to: a name may be looked up twice and mean something else the second time.

    Attributes:
        networks: What else may be reached.
        ports: The ports that may be reached.
        has_refused: Whether a connection was refused.
    """

    networks: Collection[Network] = ()
    ports: Collection[int] = WEB_PORTS
    has_refused: bool = field(default=False, init=False)

    def require_public(self, link: URL) -> URL:
        """Return a link that may be followed.

        Raises:
            NoLink: If it is no link to the web.
            NotPublic: If it names an address or a port that is not the public web's, or bears
                a name and password.
        """
        host = link.raw_host
        if link.scheme not in ("http", "https") or not host or len(str(link)) > LONGEST_LINK:
            raise NoLink(link=str(link)[:80])
        named = link.raw_user is not None or link.raw_password is not None
        if named or link.port not in self.ports or not self._admits_host(host):
            raise NotPublic(link=str(link)[:80])
        return link

    def open_socket(self, info: AddressInfo) -> socket.socket:
        """Return a socket to an address that a name was looked up as.

        Raises:
            AddressRefused: If it is not public.
        """
        family, kind, protocol, _, address = info
        host = str(address[0]).partition("%")[0]
        if not self.admits(ip_address(host)):
            self.has_refused = True
            raise AddressRefused("not a public address")
        return socket.socket(family, kind, protocol)

    def admits(self, address: Address) -> bool:
        """Whether an address is public, or in a network that is allowed."""
        if any(address.version == each.version and address in each for each in self.networks):
            return True
        if isinstance(address, IPv4Address):
            return _is_public(address)
        if address.ipv4_mapped is not None:
            return self.admits(address.ipv4_mapped)
        if address in _NAT64:
            return self.admits(IPv4Address(int(address) & 0xFFFFFFFF))
        tunnelled = address.sixtofour is not None or address.teredo is not None
        return not tunnelled and not address.is_site_local and _is_public(address)

    def _admits_host(self, host: str) -> bool:
        """Whether a name may be looked up: no address in disguise, and no private one."""
        try:
            return self.admits(ip_address(host))
        except ValueError:
            return not _NUMERIC_LABEL.fullmatch(host.rstrip(".").rpartition(".")[2])


def _is_public(address: Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )
