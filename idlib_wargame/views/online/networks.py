"""Where this computer can be reached from the room: its addresses, the likeliest first."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from ipaddress import AddressValueError, IPv4Address
from typing import NamedTuple

from idlib_wargame.views.online.room_server import Address

# Adapters that programs made, which nobody's phone is on; each begins so, or has it in its name.
_VIRTUAL_BEGINS = (
    "br-", "docker", "lxc", "lxdbr", "podman", "tap", "tun", "utun", "vboxnet", "veth",
    "virbr", "vmnet", "vnic", "wg", "zt",
)  # fmt: skip
_VIRTUAL_HAS = (
    "anyconnect", "bluetooth", "docker", "hyper-v", "openvpn", "tailscale", "tap-", "tunnel",
    "vethernet", "virtual", "vmware", "vpn", "wintun", "wireguard", "zerotier",
)  # fmt: skip
# The system's own hotspot looks like one of those, and is where the phones are.
_HOTSPOTS = ("wi-fi",)
_ELSEWHERE = "192.0.2.1"  # an address that is nobody's (RFC 5737); nothing is sent to it


class Adapter(NamedTuple):
    """A network card, or what a program made to look like one, with its addresses."""

    name: str
    ips: tuple[str, ...]

    @property
    def is_virtual(self) -> bool:
        """Whether a program made it: a virtual machine, a container or a VPN."""
        named = self.name.casefold()
        if any(each in named for each in _HOTSPOTS):
            return False
        return named.startswith(_VIRTUAL_BEGINS) or any(each in named for each in _VIRTUAL_HAS)


class Networks(NamedTuple):
    """``addresses`` in the order in which they are offered.

    ``without_network`` names adapters that gave themselves an address, as there is nobody on their
    network who gives any: nothing reaches this computer there.
    """

    addresses: tuple[Address, ...] = ()
    without_network: tuple[str, ...] = ()


def networks(adapters: Iterable[Adapter], default: str) -> Networks:
    """The networks of those adapters; ``default`` is the address by which others are reached.

    First the default one on a card, then other cards, and what programs made last, as the default
    of a VPN is: no phone in the room is on that.
    """
    found = [(adapter, ip) for adapter in adapters for ip in adapter.ips]
    reached = {ip: adapter for adapter, ip in found if _is_reached(ip)}
    cut_off = dict.fromkeys(adapter.name for adapter, ip in found if _is_cut_off(ip))
    having = {adapter.name for adapter in reached.values()}

    def rank(ip: str) -> tuple[bool, bool]:
        return reached[ip].is_virtual, ip != default

    return Networks(
        tuple(
            Address(ip, reached[ip].name, ip == default and not reached[ip].is_virtual)
            for ip in sorted(reached, key=rank)
        ),
        tuple(name for name in cut_off if name not in having),
    )


def networks_now() -> Networks:
    """The networks of this computer as they are now. Quick: it may be asked every few seconds."""
    return networks(_adapters(), _default())


def _adapters() -> Iterator[Adapter]:
    import ifaddr

    for each in ifaddr.get_adapters():
        named = str(each.nice_name)
        yield Adapter(named, tuple(ip.ip for ip in each.ips if isinstance(ip.ip, str)))


def _default() -> str:
    """By which address the system would reach somebody elsewhere; "" where it reaches nobody."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((_ELSEWHERE, 9))
        except OSError:
            return ""
        return str(asked.getsockname()[0])


def _is_reached(ip: str) -> bool:
    address = _address(ip)
    return address is not None and not (
        address.is_loopback
        or address.is_link_local
        or address.is_unspecified
        or address.is_multicast
    )


def _is_cut_off(ip: str) -> bool:
    address = _address(ip)
    return address is not None and address.is_link_local


def _address(ip: str) -> IPv4Address | None:
    try:
        return IPv4Address(ip)
    except AddressValueError:
        return None
