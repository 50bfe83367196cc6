package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sound is a gateway without a problem; each case below spoils a line of it.
const sound = `comp_id: FOLIOGATE
mode: rehearsal
data_dir: data
sessions:
  - name: birchwood
    role: client
    comp_id: BIRCHWOOD-EMS
    connection: accept
    address: 127.0.0.1:9878
    insecure: true
    panel: [NORTHGATE]
  - name: northgate
    role: dealer
    comp_id: NORTHGATE
    connection: dial
    address: 127.0.0.1:9880
    insecure: true
`

func TestRules(t *testing.T) {
	cases := []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},

		{"no comp_id", "comp_id: FOLIOGATE\n", "\n",
			`:1: comp_id: is missing; write the gateway's own CompID`},
		{"comp_id with a path", "comp_id: FOLIOGATE", "comp_id: ../FOLIOGATE",
			`:1: comp_id: "../FOLIOGATE" has characters that do not belong into a name, or too many; use up to 64 letters, digits, and . _ - after the first`},
		{"comp_id with SOH", "comp_id: FOLIOGATE", `comp_id: "FOLIO\x01GATE"`,
			`:1: comp_id: holds a control character; write it as one line of printable text`},
		{"mode", "rehearsal", "live",
			`:2: mode: "live" is not known; write production or rehearsal`},
		{"mode, no second problem", "rehearsal\n", "live\nbusiness_date: 2026-01-15\n",
			`:2: mode: "live" is not known; write production or rehearsal`},
		{"business_date", "data_dir", "business_date: 2026-02-30\ndata_dir",
			`:3: business_date: "2026-02-30" is not a date; write it as 2026-01-30`},
		{"universe", "data_dir", "universe: nowhere.csv\ndata_dir",
			`:3: universe: names a file that cannot be read: no such file or directory; correct the path, or delete the line for what is built in`},
		{"calendars", "data_dir", "calendars: .\ndata_dir",
			`:3: calendars: names something that is not a file; name a CSV file`},
		{"case of a key", "data_dir: data", "Data_Dir: data",
			`:3: Data_Dir: is unknown here; did you mean data_dir?`},
		{"twice", "data_dir: data", "data_dir: data\ndata_dir: elsewhere",
			`:4: data_dir: is written twice, first at line 3; delete one of them`},
		{"next expected", "data_dir", "enable_next_expected_msg_seq_num: false\ndata_dir",
			`:3: enable_next_expected_msg_seq_num: is refused: quickfixgo's EnableNextExpectedMsgSeqNum loses messages, it gap-fills over those the counterparty missed; delete it`},
		{"next expected in a row", "    panel", "    EnableNextExpectedMsgSeqNum: Y\n    panel",
			`:11: sessions[0].EnableNextExpectedMsgSeqNum: is refused: quickfixgo's EnableNextExpectedMsgSeqNum loses messages, it gap-fills over those the counterparty missed; delete it`},
		{"value too long to repeat", "rehearsal", strings.Repeat("live", 20),
			`:2: mode: "` + strings.Repeat("live", 10) + `..." is not known; write production or rehearsal`},
		{"key of a row's section", "data_dir", "panel_size: true\ndata_dir",
			`:3: panel_size: is unknown here; it belongs in disclose in a row of sessions`},
		{"alias", "data_dir: data", "data_dir: &a data\nuniverse: *a",
			`:4: universe: refers to another place of the file; write the value out, or quote it if it begins with *`},
		{"slip beside the right key", "data_dir: data", "data_dir: ''\ndata_dri: data",
			`:3: data_dir: is missing; name the folder for the journal and the session logs
:4: data_dri: is unknown here; did you mean data_dir?`},
		{"tolerance", "data_dir", "quotes: {total_tolerance: 1,000}\ndata_dir",
			`:3: quotes: holds something that is not a key; write each key as one word, then a colon and a space`},
		{"tolerance below", "data_dir", "quotes: {total_tolerance: -0.01}\ndata_dir",
			`:3: quotes.total_tolerance: -0.01 is not between 0 and 1000000; choose a value in that range`},
		{"fragments", "data_dir", "limits: {max_lines: 100}\ndata_dir",
			`:3: limits.fragment_lines: 250 is more than the 100 of limits.max_lines; lower it, or raise limits.max_lines`},
		{"deadline", "data_dir", "timing: {default_deadline: 2s}\ndata_dir",
			`:3: timing.default_deadline: 2s is not between 5s and 1h; choose a value in that range`},

		{"no sessions", sound[strings.Index(sound, "sessions:"):], "sessions: []\n",
			`:4: sessions: is missing; write a row for each client and each dealer`},
		{"role", "role: dealer", "role: maker",
			`:13: sessions[1].role: "maker" is not known; write client or dealer`},
		{"no role", "    role: dealer\n", "",
			`:12: sessions[1].role: is missing; write client or dealer`},
		{"connection", "connection: dial", "connection: initiator",
			`:15: sessions[1].connection: "initiator" is not known; write accept or dial`},
		{"our own CompID", "comp_id: BIRCHWOOD-EMS", "comp_id: FOLIOGATE",
			`:7: sessions[0].comp_id: is our own CompID; write the counterparty's SenderCompID(49)`},
		{"same name", "name: northgate", "name: birchwood",
			`:12: sessions[1].name: "birchwood" is also the name of the session at line 5; give each session its own`},
		{"same pair", "comp_id: NORTHGATE", "comp_id: BIRCHWOOD-EMS",
			`:14: sessions[1].comp_id: the CompIDs FOLIOGATE and BIRCHWOOD-EMS are also those of the session at line 5; change its comp_id or its our_comp_id`},
		{"same dealer", "role: client\n    comp_id: BIRCHWOOD-EMS", "role: dealer\n    our_comp_id: FG2\n    comp_id: NORTHGATE",
			`:12: sessions[0].panel: is a key of a client's row; delete it, or change the role
:15: sessions[1].comp_id: "NORTHGATE" is also the dealer at line 5, and a panel could not tell them apart; change one of them`},
		{"no panel", "    panel: [NORTHGATE]\n", "",
			`:5: sessions[0].panel: is missing, and so is may_ask: no dealer would be asked; list the comp_ids of dealer rows`},
		{"panel of strangers", "[NORTHGATE]", "[HALYARD]",
			`:11: sessions[0].panel[0]: "HALYARD" is not the comp_id of a dealer; choose from NORTHGATE, or write a row with role: dealer for it`},
		{"panel of clients", "[NORTHGATE]", "[BIRCHWOOD-EMS]",
			`:11: sessions[0].panel[0]: "BIRCHWOOD-EMS" is not the comp_id of a dealer; choose from NORTHGATE, or write a row with role: dealer for it`},
		{"panel as a text", "[NORTHGATE]", "NORTHGATE",
			`:11: sessions[0].panel: is not a list; write [a, b], or a line beginning with - for each`},
		{"may_ask strangers", "panel: [NORTHGATE]", "panel: [NORTHGATE]\n    may_ask:\n      - NORTHGATE\n      - COPPERLINE",
			`:14: sessions[0].may_ask[1]: "COPPERLINE" is not the comp_id of a dealer; choose from NORTHGATE, or write a row with role: dealer for it`},
		{"one slip, one message", "panel:", "pannel:",
			`:11: sessions[0].pannel: is unknown here; did you mean panel?`},
		{"settlement_account too long", "role: dealer", "role: dealer\n    settlement_account: " + strings.Repeat("x", 65),
			`:14: sessions[1].settlement_account: is longer than 64 bytes; shorten it`},
		{"last_look too long", "role: dealer", "role: dealer\n    last_look: 6m",
			`:14: sessions[1].last_look: 6m is not between 0s and 5m; choose a value in that range`},
		{"negative heartbeat", "role: dealer", "role: dealer\n    heartbeat: -1s",
			`:14: sessions[1].heartbeat: -1s is not between 1s and 1h; choose a value in that range`},
		{"no price kind", "role: dealer", "role: dealer\n    price_kinds: []",
			`:14: sessions[1].price_kinds: is empty: the dealer could not quote; list some, or delete the line for all`},
		{"client key, though false", "role: dealer", "role: dealer\n    auto_accept: false",
			`:14: sessions[1].auto_accept: is a key of a client's row; delete it, or change the role`},
		{"profile", "role: dealer", "role: dealer\n    profile: quotes",
			`:14: sessions[1].profile: "quotes" is not known; write list or rfq`},
		{"profile rfq", "role: dealer", "role: dealer\n    profile: rfq", ""},
		{"agreement", "role: dealer", "role: dealer\n    two_way: false\n    line_prices: required\n    quote_for: 30s\n    ack_timeout: 1s\n    id_format: {max_length: 20, symbols: digits}", ""},
		{"line_prices", "role: dealer", "role: dealer\n    line_prices: sometimes",
			`:14: sessions[1].line_prices: "sometimes" is not known; write optional, required or never`},
		{"quote_for", "role: dealer", "role: dealer\n    quote_for: -1s",
			`:14: sessions[1].quote_for: -1s is not between 0s and 24h; choose a value in that range`},
		{"symbols", "role: dealer", "role: dealer\n    id_format: {symbols: hex}",
			`:14: sessions[1].id_format.symbols: "hex" is not known; write any, alphanumeric or digits`},
		{"agreement of a client", "role: client", "role: client\n    two_way: true\n    ack_timeout: 0s",
			`:7: sessions[0].two_way: is a key of a dealer's row; delete it, or change the role
:8: sessions[0].ack_timeout: is a key of a dealer's row; delete it, or change the role`},
		{"max_asked of a dealer", "role: dealer", "role: dealer\n    max_asked: 0",
			`:14: sessions[1].max_asked: is a key of a client's row; delete it, or change the role`},
		{"dialect", "role: dealer", "role: dealer\n    dialect: {omits: [{message: S, tag: 58}], adds: [{message: \"8\", tag: 207, value: XOFF}]}", ""},
		{"dialect without what it needs", "role: dealer", "role: dealer\n    dialect:\n      omits:\n        - {tag: 58}\n      adds:\n        - {message: S, tag: 0}",
			`:16: sessions[1].dialect.omits[0].message: is missing; write a MsgType(35), such as S
:18: sessions[1].dialect.adds[0].tag: is missing; write the number of a field
:18: sessions[1].dialect.adds[0].value: is missing; write what the field holds`},
		{"slip in a dialect", "role: dealer", "role: dealer\n    dialect: {omit: []}",
			`:14: sessions[1].dialect.omit: is unknown here; did you mean omits?`},
		{"dealer key, though zero", "role: client", "role: client\n    last_look: 0s",
			`:7: sessions[0].last_look: is a key of a dealer's row; delete it, or change the role`},

		{"no address", "    address: 127.0.0.1:9880\n", "",
			`:12: sessions[1].address: is missing; write host:port, such as 127.0.0.1:9878`},
		{"no port", "127.0.0.1:9880", "127.0.0.1",
			`:16: sessions[1].address: "127.0.0.1" is not host:port; write it as 127.0.0.1:9878, an IPv6 host in brackets`},
		{"port too high", ":9880", ":65536",
			`:16: sessions[1].address: "65536" is not a port; end the address with a number from 1 to 65535`},
		{"port 0 to dial", ":9880", ":0",
			`:16: sessions[1].address: has port 0; end the address with a number from 1 to 65535`},
		{"port 0 to listen on", ":9878", ":0", ""},
		{"listen everywhere", "127.0.0.1:9878", ":9878",
			`:9: sessions[0].address: has no host, it would listen on every network; begin it with 127.0.0.1`},
		{"listen on all", "127.0.0.1:9878", "0.0.0.0:9878",
			`:9: sessions[0].address: 0.0.0.0 is not a loopback address, and without TLS none else is permitted; use 127.0.0.1, [::1] or localhost, or write a tls section`},
		{"remote host", "127.0.0.1:9880", "fix.northgate.example:9880",
			`:16: sessions[1].address: fix.northgate.example is not a loopback address, and without TLS none else is permitted; use 127.0.0.1, [::1] or localhost, or write a tls section`},
		{"no host at all", "127.0.0.1:9880", "'north gate:9880'",
			`:16: sessions[1].address: "north gate" is not a host; write a host name or an IP address`},
		{"IPv6 loopback", "127.0.0.1:9880", "'[::1]:9880'", ""},
		{"dial ourselves", ":9880", ":9878",
			`:16: sessions[1].address: "127.0.0.1:9878" is where we listen for the session at line 5; dial the counterparty's address`},
		{"secure is not available", "9878\n    insecure: true", "9878\n    insecure: false",
			`:10: sessions[0].insecure: is not true, and the session is not encrypted; write insecure: true to permit that on this loopback address`},

		{"schedule of nothing", "role: dealer", "role: dealer\n    schedule: {}",
			`:14: sessions[1].schedule.start: is missing; a schedule has start, end and time_zone; write it as 07:30:00
:14: sessions[1].schedule.end: is missing; a schedule has start, end and time_zone; write it as 07:30:00
:14: sessions[1].schedule.time_zone: is missing; a schedule has start, end and time_zone; write a name such as Europe/London, America/New_York or UTC`},
		{"schedule without an end", "role: dealer", "role: dealer\n    schedule: {start: 07:00:00, end: 07:00:00, time_zone: UTC}",
			`:14: sessions[1].schedule.end: is equal to start; delete the schedule if the session is always up`},
		{"time zone", "role: dealer", "role: dealer\n    schedule: {start: 07:00:00, end: 19:00:00, time_zone: Local}",
			`:14: sessions[1].schedule.time_zone: "Local" is not a time zone; write a name such as Europe/London, America/New_York or UTC`},
		{"a day twice", "role: dealer", "role: dealer\n    schedule: {start: 22:00:00, end: 06:00:00, time_zone: UTC, weekdays: [Mon, Mon]}",
			`:14: sessions[1].schedule.weekdays[1]: "Mon" is in the list twice; delete one of them`},

		{"username alone", "role: dealer", "role: dealer\n    username: northgate",
			`:12: sessions[1].password_file: is missing, and there is a username; give both or neither`},
		{"password alone", "role: dealer", "role: dealer\n    password: tell-no-one",
			`:12: sessions[1].username: is missing, and there is a password; give both or neither`},
		{"password in rehearsal", "role: dealer", "role: dealer\n    username: northgate\n    password: tell-no-one", ""},
		{"password empty", "role: dealer", "role: dealer\n    username: northgate\n    password: ''",
			`:12: sessions[1].password_file: is missing, and there is a username; give both or neither
:15: sessions[1].password: is empty; give both username and password, or neither`},
		{"two passwords", "role: dealer", "role: dealer\n    username: northgate\n    password: tell-no-one\n    password_file: password",
			`:15: sessions[1].password: and password_file exclude each other; delete password`},
		{"password file empty", "role: dealer", "role: dealer\n    username: northgate\n    password_file: empty",
			`:15: sessions[1].password_file: names a file that is empty; write the password into it`},
		{"password file of lines", "role: dealer", "role: dealer\n    username: northgate\n    password_file: lines",
			`:15: sessions[1].password_file: names a file that holds more than one line of text; write only the password into it`},
		{"password file is a folder", "role: dealer", "role: dealer\n    username: northgate\n    password_file: .",
			`:15: sessions[1].password_file: names a file that cannot be read: not a regular file; name a file that holds the password`},
		{"password file open to others", sound, strings.Replace(strings.Replace(sound, "rehearsal", "production", 1),
			"role: dealer", "role: dealer\n    username: northgate\n    password_file: password", 1),
			`:15: sessions[1].password_file: names a file that other users may read; give it mode 0400`},
		{"password file guarded", sound, strings.Replace(strings.Replace(sound, "rehearsal", "production", 1),
			"role: dealer", "role: dealer\n    username: northgate\n    password_file: guarded", 1), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if !strings.Contains(sound, c.old) {
				t.Fatalf("%q is not in the sound file", c.old)
			}
			file := write(t, strings.Replace(sound, c.old, c.new, 1))
			_, err := LoadGateway(file, nil)
			if got := told(err, file); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// write puts a configuration into a folder of its own, beside files that passwords may be in.
func write(t *testing.T, content string) string {
	t.Helper()
	dir := t.TempDir()
	for name, file := range map[string]struct {
		content string
		mode    os.FileMode
	}{
		"gateway.yaml": {content, 0o644},
		"password":     {"tell-no-one\n", 0o644},
		"guarded":      {"tell-no-one\n", 0o400},
		"lines":        {"tell-no-one\nnor-anyone\n", 0o644},
		"empty":        {"\n", 0o644},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(file.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, file.mode); err != nil { // whatever the umask
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "gateway.yaml")
}

// told is an error's text without the name of the file.
func told(err error, file string) string {
	if err == nil {
		return ""
	}
	return strings.ReplaceAll(err.Error(), file, "")
}

// What others know of a configuration is told as its own rules are: by line, and once.
func TestRulesOfOthers(t *testing.T) {
	file := write(t, sound)
	rule := func(g Gateway) []Problem {
		if g.Sessions[1].OurCompID != "FOLIOGATE" {
			t.Error("a rule is shown what is not complete")
		}
		return []Problem{{Key: "sessions[1].role", Text: "is odd", Remedy: "change it"},
			{Key: "sessions[1].role", Text: "is odder", Remedy: "change it"}}
	}
	_, err := LoadGateway(file, nil, rule)
	if got := told(err, file); got != ":13: sessions[1].role: is odd; change it" {
		t.Errorf("got %s", got)
	}
}
