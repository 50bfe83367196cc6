package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// process is a gateway that runs by itself.
type process struct {
	command *exec.Cmd
	folder  string
	ended   chan error
}

func start(folder, binary string, args ...string) (*process, error) {
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	p := &process{command: exec.Command(binary, args...), folder: folder, ended: make(chan error, 1)}
	p.command.Stdout, p.command.Stderr = log, log
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	go func() { p.ended <- p.command.Wait() }()
	return p, nil
}

// awaits returns when the gateway listens.
func (p *process) awaits(address string) error {
	for range 1000 {
		conn, err := net.Dial("tcp", address)
		if err == nil {
			return conn.Close()
		}
		select {
		case err := <-p.ended:
			text, _ := os.ReadFile(filepath.Join(p.folder, "log"))
			return errors.Join(err, errors.New(string(text)))
		case <-time.After(10 * time.Millisecond):
		}
	}
	return fmt.Errorf("nobody listens at %s", address)
}

// spent is the processor time of all its threads until now: the clock of the process.
func (p *process) spent() time.Duration { return clockOf(int32(^p.command.Process.Pid<<3 | 2)) }

// spentHere is the processor time of this process.
func spentHere() time.Duration { return clockOf(unix.CLOCK_PROCESS_CPUTIME_ID) }

func clockOf(id int32) time.Duration {
	var at unix.Timespec
	if err := unix.ClockGettime(id, &at); err != nil {
		return 0
	}
	return time.Duration(at.Nano())
}

func (p *process) stop() {
	_ = p.command.Process.Kill()
	<-p.ended
}

// build makes our binary once.
func build(dir string) (string, error) {
	path := filepath.Join(dir, "foliogate")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	out, err := exec.Command("go", "build", "-o", path, "./cmd/foliogate").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
}

// team is a client and the dealers it asks.
type team struct {
	client  string
	dealers []string
}

func newTeam(n, dealers int) team {
	t := team{client: fmt.Sprintf("CLIENT%d", n)}
	for i := range dealers {
		t.dealers = append(t.dealers, fmt.Sprintf("DEALER%d-%d", n, i))
	}
	return t
}

// String is how a peer is told of a team.
func (t team) String() string { return t.client + "=" + strings.Join(t.dealers, ",") }

func parseTeam(text string) team {
	client, dealers, _ := strings.Cut(text, "=")
	return team{client, strings.Split(dealers, ",")}
}

// launch starts a gateway of a kind: ours, naive or raw.
func launch(dir, kind string, teams []team) (p *process, address string, err error) {
	folder, err := os.MkdirTemp(dir, kind)
	if err != nil {
		return nil, "", err
	}
	if address, err = freeAddress(); err != nil {
		return nil, "", err
	}
	binary, args := "", []string(nil)
	if kind == "ours" {
		if binary, err = build(dir); err != nil {
			return nil, "", err
		}
		file := filepath.Join(folder, "gateway.yaml")
		if err = os.WriteFile(file, ourConfig(address, teams), 0o600); err != nil {
			return nil, "", err
		}
		args = []string{"serve", "--config", file}
	} else {
		if binary, err = os.Executable(); err != nil {
			return nil, "", err
		}
		args = []string{kind, folder, address}
		for _, t := range teams {
			args = append(args, t.String())
		}
	}
	if p, err = start(folder, binary, args...); err != nil {
		return nil, "", err
	}
	if err = p.awaits(address); err != nil {
		return nil, "", err
	}
	return p, address, nil
}

func ourConfig(address string, teams []team) []byte {
	b := []byte("comp_id: " + gatewayID + "\nmode: rehearsal\nbusiness_date: " + tradeDate +
		"\ndata_dir: data\nlog: {level: warn}\nlimits: {max_live_inquiries: 1000}\n" +
		"guard: {max_connections_per_address: 1000, max_attempts_per_second: 1000}\nsessions:\n")
	session := func(name, rest string) {
		b = fmt.Appendf(b, "  - {name: %s, comp_id: %s, connection: accept, address: %q, insecure: true,\n"+
			"     reset_on_logon_allowed: true, %s}\n", strings.ToLower(name), name, address, rest)
	}
	for _, t := range teams {
		panel := strings.Join(t.dealers, ", ")
		session(t.client, "role: client, panel: ["+panel+"], outcomes: {cover: true, done_away: true}")
		for _, d := range t.dealers {
			session(d, fmt.Sprintf("role: dealer, last_look: %v, settlement_account: %s", lastLook, d))
		}
	}
	return b
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}
