package config

import (
	"net"
	"net/netip"
	"regexp"
	"strconv"
)

// Connection says who opens the TCP connection, seen from the file's owner.
type Connection string

const (
	Accept Connection = "accept" // listen, the counterparty dials
	Dial   Connection = "dial"   // dial the counterparty
)

// endpoint is the keys that every kind of session shares, as they are checked together.
type endpoint struct {
	at         string // path of the section or row that holds the keys; "" for the whole file
	connection Connection
	address    string
	insecure   bool
	anyPort    bool // port 0, for whatever port is free, is meaningful
	secure     bool // there is TLS
}

// endpoint checks an address, and that what is not encrypted stays within the machine.
func (r *report) endpoint(e endpoint) {
	path := join(e.at, "address")
	if e.address == "" {
		r.add(path, "is missing", "write host:port, such as 127.0.0.1:9878")
		return
	}
	host, port, err := net.SplitHostPort(e.address)
	if err != nil {
		r.add(path, quote(e.address)+" is not host:port",
			"write it as 127.0.0.1:9878, an IPv6 host in brackets")
		return
	}
	r.port(path, port, e.anyPort)
	r.host(path, host, e.connection)
	switch {
	case r.faulty(path):
	case e.secure && e.insecure:
		r.add(join(e.at, "insecure"), "is true, and there is TLS", "delete one of them")
	case e.secure:
	case !isLoopback(host):
		r.add(path,
			host+" is not a loopback address, and without TLS none else is permitted",
			"use 127.0.0.1, [::1] or localhost, or write a tls section")
	case !e.insecure:
		r.add(join(e.at, "insecure"), "is not true, and the session is not encrypted",
			"write insecure: true to permit that on this loopback address")
	}
}

func (r *report) port(path, port string, anyPort bool) {
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		r.add(path, quote(port)+" is not a port", "end the address with a number from 1 to 65535")
	} else if n == 0 && !anyPort {
		r.add(path, "has port 0", "end the address with a number from 1 to 65535")
	}
}

var hostText = regexp.MustCompile(
	`^[A-Za-z0-9][A-Za-z0-9-]{0,62}(\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*$`)

func (r *report) host(path, host string, c Connection) {
	switch {
	case host == "" && c == Accept:
		r.add(path, "has no host, it would listen on every network", "begin it with 127.0.0.1")
	case host == "":
		r.add(path, "has no host", "begin it with the counterparty's host")
	case !isAddress(host) && !hostText.MatchString(host):
		r.add(path, quote(host)+" is not a host", "write a host name or an IP address")
	}
}

func isAddress(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.Unmap().IsLoopback()
}
