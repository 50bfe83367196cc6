//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"syscall"
	"testing"

	"foliogate/config"
	"foliogate/gateway"
	"foliogate/gateway/journal"
)

// smallDisk mounts a disk of so many bytes.
func smallDisk(t *testing.T, bytes int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Skipf("NOT TESTED HERE: a full disk under the running house; no disk can be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, bytes int) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Fatal(err)
	}
}

// serving is a house that runs until its end.
func serving(ctx context.Context, t *testing.T, g config.Gateway, market gateway.Market) (*house, *bytes.Buffer, chan error) {
	t.Helper()
	said := new(bytes.Buffer)
	h, err := openHouse(g, market, slog.New(slog.NewTextHandler(said, nil)))
	if err != nil {
		t.Fatal(err)
	}
	ready, ended := make(chan struct{}), make(chan error, 1)
	go func() { ended <- h.run(ctx, func() { close(ready) }) }()
	select {
	case <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	return h, said, ended
}

// A disk that fills up: first new lists are refused, then the house stops, with code 1 and a text
// that says why; with room again it starts, and nothing is lost.
func TestFullDisk(t *testing.T) {
	const segment = 64 << 20
	g, market := startConfig(t)
	g.DataDir = smallDisk(t, segment+segment/2)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	h, said, ended := serving(ctx, t, g, market)
	page := bytes.Repeat([]byte("x"), 1<<20)
	fill := func(n int) error {
		_, err := h.journal.Append(journal.Record{Kind: 'S',
			Payload: fmt.Appendf(nil, "sent FULL>DISK %d 8 -\n%s", n, page)})
		if err == nil {
			err = h.journal.Wait(t.Context(), h.journal.Last())
		}
		return err
	}
	n := 1
	for ; !h.journal.Low(); n++ {
		if err := fill(n); err != nil {
			t.Fatal(err)
		}
	}
	if used := n << 20; used < segment/2 || used > segment {
		t.Errorf("the disk is low after %d bytes", used)
	}
	list := gateway.Submit{Origin: gateway.Origin{Firm: "BIRCHWOOD-EMS"}, ListID: "L1", TotalLines: 1, Last: true}
	if err := h.engine.Submit(list); err != nil {
		t.Fatal(err)
	}
	if err := h.engine.Wait(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	entries, err := h.engine.Entries(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	refused, ok := entries[0].Event.(gateway.CommandRefused)
	if !ok || refused.Refusal.Code != gateway.NoRoom {
		t.Errorf("a list on a full disk gave %+v", entries[0].Event)
	}
	kept := h.journal.Durable()
	for ; err == nil; n++ {
		if err = fill(n); err == nil {
			kept = h.journal.Durable()
		}
	}
	fault := <-ended
	if codeOf(fault) != exitFault || !strings.Contains(fault.Error(), "no space left on device") ||
		!strings.Contains(fault.Error(), "make room on the disk") || strings.Contains(fault.Error(), "\n") {
		t.Errorf("the house ended with %v\n%s", fault, said)
	}
	remount(t, g.DataDir, 0, 3*segment)
	h, _, ended = serving(ctx, t, g, market)
	if h.journal.Last() < kept || h.journal.Low() {
		t.Errorf("lsn %d of %d, low: %t", h.journal.Last(), kept, h.journal.Low())
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A disk that can only be read is said so, and nothing starts.
func TestReadOnlyDisk(t *testing.T) {
	g, market := startConfig(t)
	g.DataDir = smallDisk(t, 80<<20)
	remount(t, g.DataDir, syscall.MS_RDONLY, 80<<20)
	_, err := openHouse(g, market, slog.New(slog.DiscardHandler))
	if codeOf(err) != exitFault || !strings.Contains(err.Error(), "read-only file system") {
		t.Errorf("%v", err)
	}
}
