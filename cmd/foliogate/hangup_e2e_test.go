package main

import (
	"fmt"
	"net"
	"os"
	"regexp"
	"syscall"
	"testing"
	"time"

	"foliogate/fixspec/wire"
)

// A counterparty that knows more of our numbers than the journal is put out of service, and nobody
// but a person puts it back: with a signal, while the others trade.
func testBackInService(t *testing.T, folder string) {
	v := openBinary(t, folder)
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", v.process.Process.Pid))
	if err == nil && !regexp.MustCompile(`Max core file size +0 +0`).Match(limits) {
		t.Errorf("a process that holds passwords may leave a core file:\n%s", limits)
	}
	r, err := net.Dial("tcp", v.leads[foxholm])
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b := wire.AppendTime(wire.AppendInt(wire.Begin(nil, "A"), 34, 1), 52, time.Now().UTC())
	b = append(b, "49=FOXHOLM\x0156=FOLIOGATE\x0198=0\x01108=30\x01789=99\x01"...)
	if _, err := r.Write(wire.Finish(b, 0)); err != nil {
		t.Fatal(err)
	}
	v.process.says("session is put out of service: the counterparty knows more")
	_ = v.process.Process.Signal(syscall.SIGHUP)
	v.process.says("session is back in service")
	v.process.says(`"back_in_service":["foxholm"]`)
	v.enter(foxholm)
	_ = v.process.Process.Signal(syscall.SIGHUP)
	v.process.says(`"back_in_service":null`)
	d := v.begin(v.portfolio(3))
	d.quote(northgate, 500)
	d.trade(northgate)
}
