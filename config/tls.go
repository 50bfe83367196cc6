package config

import (
	"crypto/tls"
	"errors"
	"net/netip"
)

// TLS is how a session is encrypted, and how both ends are known to each other: by their leaf
// certificates, whoever signed them.
type TLS struct {
	Certificate string   `mapstructure:"certificate"` // PEM file of ours; read again when it changes
	Key         string   `mapstructure:"key"`         // PEM file
	Pins        []string `mapstructure:"pins"`        // SHA-256 of the counterparty's certificates, hex
	PinsFile    string   `mapstructure:"pins_file"`   // more of them; read again when it changes
	MinVersion  string   `mapstructure:"min_version"` // 1.3, the default, or 1.2
}

// The versions of TLS.
const (
	TLS13 = "1.3"
	TLS12 = "1.2" // with ephemeral keys and authenticated encryption only
)

// Given says that there is a section at all.
func (t TLS) Given() bool {
	return t.Certificate != "" || t.Key != "" || len(t.Pins) > 0 || t.PinsFile != "" ||
		t.MinVersion != ""
}

func (t TLS) check(r *report, path string) {
	if !t.Given() && !r.given(path) {
		return
	}
	r.require(join(path, "certificate"), t.Certificate, "name the PEM file of our certificate")
	r.require(join(path, "key"), t.Key, "name the PEM file of our private key")
	if t.MinVersion != "" {
		choice(r, join(path, "min_version"), t.MinVersion, TLS13, TLS12)
	}
	pins := join(path, "pins")
	if len(t.Pins) == 0 && t.PinsFile == "" && !r.faulty(join(path, "pins_file")) {
		r.add(pins, "is missing, and so is pins_file: anybody could be the counterparty",
			"list the SHA-256 of its certificates: openssl x509 -in FILE -noout -fingerprint -sha256")
	}
	for i, pin := range t.Pins {
		if _, ok := readPin(pin); !ok {
			r.add(index(pins, i), quote(pin)+" is not a SHA-256", "write 64 hexadecimal digits")
		}
	}
	distinct(r, pins, t.Pins)
}

// resolve finds the files, and looks whether they are a certificate and its key, and pins.
func (t *TLS) resolve(r *report, path string, guarded bool) {
	certificate, key := join(path, "certificate"), join(path, "key")
	t.Certificate, t.Key = r.path(certificate, t.Certificate), r.path(key, t.Key)
	t.PinsFile = r.path(join(path, "pins_file"), t.PinsFile)
	r.pins(join(path, "pins_file"), t.PinsFile, guarded)
	if t.Certificate == "" || t.Key == "" {
		return
	}
	_, err := tls.LoadX509KeyPair(t.Certificate, t.Key)
	switch {
	case err != nil:
		r.add(certificate, "and key are not a certificate and its key: "+withoutPath(err).Error(),
			"name two PEM files that belong together")
	case guarded && readByOthers(t.Key):
		r.add(key, "names a file that other users may read", "give it mode 0400")
	}
}

// prefix reads a network, or an address as a network of one.
func prefix(text string) (netip.Prefix, error) {
	if p, err := netip.ParsePrefix(text); err == nil {
		if p != p.Masked() {
			return p, errors.New("has digits behind its length; did you mean " + p.Masked().String() + "?")
		}
		return p, nil
	}
	ip, err := netip.ParseAddr(text)
	if err != nil || ip.Zone() != "" {
		return netip.Prefix{}, errors.New("is not an IP address or network")
	}
	return netip.PrefixFrom(ip, ip.BitLen()), nil
}

// Networks are where who dials us may come from. They are checked.
func (s Session) Networks() []netip.Prefix {
	var networks []netip.Prefix
	for _, text := range s.Addresses {
		if p, err := prefix(text); err == nil {
			networks = append(networks, p)
		}
	}
	return networks
}

func (s Session) checkAddresses(r *report, path string) {
	if s.Connection == Dial && len(s.Addresses) > 0 {
		r.add(path, "has no effect on a session that we dial", "delete it")
	}
	for i, text := range s.Addresses {
		if _, err := prefix(text); err != nil {
			r.add(index(path, i), quote(text)+" "+err.Error(), "write it as 192.0.2.0/24 or 192.0.2.7")
		}
	}
	distinct(r, path, s.Addresses)
}

// checkListener compares rows that share an address to listen on: who comes is shown our certificate
// before it says for which of them it came.
func (s Session) checkListener(r *report, i int, before []Session) {
	if s.Connection != Accept {
		return
	}
	for j, other := range before {
		if other.Connection == Accept && other.Address == s.Address &&
			(other.TLS.Certificate != s.TLS.Certificate || other.TLS.Key != s.TLS.Key) {
			row := index("sessions", i)
			r.add(join(row, "address"), quote(s.Address)+" is also that of the session at "+
				r.where(index("sessions", j))+", which has another certificate, or none",
				"give both the same certificate and key, or each its own address")
			return
		}
	}
}
