"""Which address the room is told: the one that its phones are likeliest to reach."""

from __future__ import annotations

import pytest

from idlib_wargame.views.online.networks import Adapter, networks, networks_now
from idlib_wargame.views.online.room_server import Address

WIFI = Adapter("wlan0", ("192.168.1.23",))
CABLE = Adapter("eth0", ("10.0.0.5",))


def test_the_default_route_on_a_card_comes_first() -> None:
    """Other cards after it, in the order in which the system has them."""
    found = networks([CABLE, WIFI], "192.168.1.23").addresses
    assert found == (Address("192.168.1.23", "wlan0", True), Address("10.0.0.5", "eth0"))


@pytest.mark.parametrize(
    "name",
    [
        "docker0",
        "br-1f2e3d",
        "veth12ab",
        "vEthernet (Default Switch)",
        "Hyper-V Virtual Ethernet Adapter",
        "VMware Virtual Ethernet Adapter for VMnet8",
        "VirtualBox Host-Only Ethernet Adapter",
        "tun0",
        "tap0",
        "TAP-Windows Adapter V9",
        "utun3",
        "wg0",
        "Tailscale Tunnel",
        "tailscale0",
        "ZeroTier One [a09acf]",
        "ztabc",
    ],
)
def test_what_a_program_made_comes_last_also_with_the_default_route(name: str) -> None:
    """A VPN takes the default route, and no phone in the room is on it."""
    made = Adapter(name, ("172.17.0.1",))
    found = networks([made, WIFI], "172.17.0.1").addresses
    assert [each.ip for each in found] == ["192.168.1.23", "172.17.0.1"]
    assert not any(each.is_likely for each in found)


def test_the_hotspot_of_the_laptop_itself_counts_as_a_card() -> None:
    """Its adapter is called virtual, and the phones are on it."""
    hotspot = Adapter("Microsoft Wi-Fi Direct Virtual Adapter #2", ("192.168.137.1",))
    vpn = Adapter("Wintun Userspace Tunnel", ("10.8.0.2",))
    found = networks([vpn, hotspot], "10.8.0.2").addresses
    assert [each.ip for each in found] == ["192.168.137.1", "10.8.0.2"]


def test_an_adapter_that_gave_itself_an_address_is_named_as_without_network() -> None:
    """No phone reaches it there; nor does one reach this computer by its own loop."""
    alone = Adapter("Ethernet", ("169.254.12.9",))
    loop = Adapter("lo", ("127.0.0.1",))
    found = networks([loop, alone, WIFI], "")
    assert [each.ip for each in found.addresses] == ["192.168.1.23"]
    assert found.without_network == ("Ethernet",)
    both = Adapter("wlan0", ("169.254.1.1", "192.168.1.23"))
    assert networks([both], "").without_network == ()


def test_a_computer_without_any_network_has_no_address() -> None:
    """And whatever is no address at all is left out."""
    assert networks([], "").addresses == ()
    assert networks([Adapter("odd", ("fe80::1", "", "0.0.0.0", "224.0.0.1"))], "").addresses == ()


def test_this_computer_can_be_asked() -> None:
    """Whatever it has, none of it is its own loop, and each address stands once."""
    ips = [each.ip for each in networks_now().addresses]
    assert not any(ip.startswith("127.") for ip in ips)
    assert len(ips) == len(set(ips))
