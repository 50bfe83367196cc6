package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"foliogate/config"
)

// build makes the binaries as a user does, and returns the folder that they are in.
func build(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	make := exec.Command("go", "build", "-o", folder, "foliogate/cmd/foliogate",
		"foliogate/cmd/sample-ems", "foliogate/cmd/sample-dealer")
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return folder
}

// process is a running binary and what it says, line by line.
type process struct {
	*exec.Cmd
	t     testing.TB
	lines chan string
	ended chan error
}

// begin starts a binary. It is killed at the end of the test if it still runs.
func begin(t testing.TB, program string, args ...string) *process {
	t.Helper()
	p := launch(t, nil, program, args...)
	t.Cleanup(func() { _ = p.Process.Kill() })
	return p
}

// launch starts a binary that somebody else ends.
func launch(t testing.TB, environ []string, program string, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(program, args...), t: t, lines: make(chan string, 1<<16),
		ended: make(chan error, 1)}
	read, write := io.Pipe()
	p.Stdout, p.Stderr = write, write
	p.Env = append(os.Environ(), environ...)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for in := bufio.NewScanner(read); in.Scan(); {
			p.lines <- in.Text()
		}
		close(p.lines)
	}()
	go func() { p.ended <- p.Wait(); write.Close() }()
	return p
}

// says waits for a line that holds a text.
func (p *process) says(text string) string {
	p.t.Helper()
	var before []string
	for late := time.After(patient); ; {
		select {
		case line, open := <-p.lines:
			if strings.Contains(line, text) {
				return line
			}
			if before = append(before, line); !open {
				p.t.Fatalf("%s ended without saying %q, but\n%s", filepath.Base(p.Path), text,
					strings.Join(before, "\n"))
			}
		case <-late:
			p.t.Fatalf("%s never said %q, but\n%s", filepath.Base(p.Path), text, strings.Join(before, "\n"))
		}
	}
}

// rest is what is said until the end.
func (p *process) rest() string {
	var said []string
	for line := range p.lines {
		said = append(said, line)
	}
	return strings.Join(said, "\n")
}

// ends waits for the end and returns the exit code; -1 is a signal's.
func (p *process) ends() int {
	p.t.Helper()
	select {
	case err := <-p.ended:
		p.ended <- err
		var exited *exec.ExitError
		if errors.As(err, &exited) {
			return exited.ExitCode()
		}
		return 0
	case <-time.After(patient):
		p.t.Fatalf("%s does not end", filepath.Base(p.Path))
		return 0
	}
}

// exec starts the pit's gateway as a process of its own.
func (v *pit) exec() {
	v.t.Helper()
	v.process = launch(v.t, append(v.environ, "FOLIOGATE_LOG_FORMAT=json", "FOLIOGATE_LOG_LEVEL=info"),
		v.program, "serve", "--config", v.file)
	addresses := map[string]string{}
	for line := ""; !strings.Contains(line, `"msg":"serving"`); {
		line = v.process.says(`"msg":`)
		var said struct{ Msg, Session, Address string }
		if err := json.Unmarshal([]byte(line), &said); err != nil {
			v.t.Fatal(err)
		}
		if said.Msg == "listening" {
			addresses[said.Session] = said.Address
		}
	}
	for _, s := range v.config.Sessions {
		if s.Connection == config.Accept {
			v.leads[s.CompID] = addresses[s.Name]
		}
	}
	v.close = func() error {
		_ = v.process.Process.Signal(syscall.SIGTERM)
		if code := v.process.ends(); code != 0 {
			return fmt.Errorf("exit code %d\n%s", code, v.process.rest())
		}
		return nil
	}
}

// openBinary opens a pit whose gateway is a process, and has the client and its panel come in.
func openBinary(t testing.TB, folder string, environ ...string) *pit {
	t.Helper()
	v := newPit(t)
	v.program, v.environ = filepath.Join(folder, "foliogate"), environ
	v.open()
	v.enter(append(panel(), birchwood)...)
	return v
}
