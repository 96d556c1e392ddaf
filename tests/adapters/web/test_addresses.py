from ipaddress import ip_address, ip_network

import pytest
from yarl import URL

from adapters.web.addresses import Gate, NoLink, NotPublic


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff0e::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1",
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not Gate().admits(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_a_public_address_is_admitted(address: str) -> None:
    assert Gate().admits(ip_address(address))


def test_a_network_that_is_allowed_is_admitted_also_as_mapped_ipv6() -> None:
    gate = Gate([ip_network("127.0.0.0/8")])
    assert gate.admits(ip_address("::ffff:127.0.0.1"))
    assert not gate.admits(ip_address("10.0.0.1"))


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://127.0.0.1./",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://example.com:22/",
        "http://example.com:8080/",
        "http://someone@example.com/",
        "http://someone:secret@example.com/",
        "https://example.com@169.254.169.254/",
    ],
)
def test_a_link_that_does_not_lead_to_the_public_web_is_refused(link: str) -> None:
    with pytest.raises(NotPublic):
        Gate().require_public(URL(link))


@pytest.mark.parametrize(
    "link",
    ["ftp://example.com/a", "file:///etc/passwd", "javascript:alert(1)", "/story", "http://"],
)
def test_what_is_no_web_link_is_refused(link: str) -> None:
    with pytest.raises(NoLink):
        Gate().require_public(URL(link))


def test_a_link_as_newspapers_have_them_is_followed() -> None:
    link = URL("https://www.example.com/utenriks/i/abc123/witkoff-til-moskva?utm=1")
    assert Gate().require_public(link) == link
