package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// gatewayProcess is one life of the real binary.
type gatewayProcess struct {
	command *exec.Cmd
	started time.Time
	ended   chan struct{}
	state   *os.ProcessState
	log     string
}

// redial is how soon the gateway dials again.
const redial = time.Second

// setup is what differs between the configurations of an era.
type setup struct {
	folder     string
	data       string // the data folder in it
	accept     string // where the gateway listens
	copperline string // whom it dials
	noResets   bool
	quotes     []string // who speaks the RFQ profile
}

// write makes the configuration file.
func (x setup) write() (string, error) {
	accepted := func(name, comp, rest string) string {
		return fmt.Sprintf("  - {name: %s, comp_id: %s, connection: accept, address: %q, insecure: true,\n"+
			"     reset_on_logon_allowed: %t, profile: %s, %s}\n", name, comp, x.accept, !x.noResets,
			x.profile(comp), rest)
	}
	text := "comp_id: " + gatewayID + "\nmode: rehearsal\nbusiness_date: " + tradeDate +
		"\ndata_dir: " + x.data + "\nlog: {level: warn}\n" +
		"limits: {fragment_timeout: 1s, min_deadline: 100ms, max_live_inquiries: 1000}\n" +
		"timing: {ack_timeout: 2s, drain_timeout: 5s}\nsessions:\n" +
		accepted("birchwood", "BIRCHWOOD-EMS", "role: client, panel: [NORTHGATE, HALYARD, COPPERLINE], "+
			"outcomes: {cover: true, done_away: true}") +
		accepted("northgate", "NORTHGATE", fmt.Sprintf("role: dealer, last_look: %v, "+
			"settlement_account: NG-1", northgateLook)) +
		accepted("halyard", "HALYARD", "role: dealer, settlement_account: HY-1") +
		fmt.Sprintf("  - {name: copperline, comp_id: COPPERLINE, connection: dial, address: %q,\n"+
			"     insecure: true, reconnect: %v, profile: %s, role: dealer, last_look: %v,\n"+
			"     settlement_account: CL-1}\n", x.copperline, redial, x.profile("COPPERLINE"), copperlineLook)
	file := filepath.Join(x.folder, x.data+".yaml")
	return file, os.WriteFile(file, []byte(text), 0o600)
}

func (x setup) profile(comp string) string {
	if slices.Contains(x.quotes, comp) {
		return "rfq"
	}
	return "list"
}

// launch starts a life. order is what the disk of the powercut build is told.
func launch(binary, config, order string) (*gatewayProcess, error) {
	g := &gatewayProcess{ended: make(chan struct{}), log: config + ".log"}
	out, err := os.OpenFile(g.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	g.command = exec.Command(binary, "serve", "--config", config)
	g.command.Stdout, g.command.Stderr = out, out
	g.command.Env = append(os.Environ(), "POWERCUT="+order)
	g.started = time.Now()
	if err := g.command.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = g.command.Wait()
		g.state = g.command.ProcessState
		close(g.ended)
	}()
	return g, nil
}

func (g *gatewayProcess) kill() { _ = g.command.Process.Kill() }

// killed tells whether -9 was the end of it.
func (g *gatewayProcess) killed() bool {
	status, ok := g.state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// lastWords are the end of the log.
func (g *gatewayProcess) lastWords() string {
	text, err := os.ReadFile(g.log)
	if err != nil {
		return err.Error()
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	lines = lines[max(0, len(lines)-12):]
	for i := range lines {
		lines[i] = fmt.Sprintf("%.600s", lines[i])
	}
	return strings.Join(lines, "\n")
}

// freeAddress finds a port that nobody listens on.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}
