package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"foliogate/testdata"
)

// The configurations that are shipped work together as they are, but for the ports, with the
// verbs as README names them.
func testShipped(t *testing.T, folder string) {
	program, files := filepath.Join(folder, "foliogate"), shipped(t)
	gateway := begin(t, program, "serve", "--config", files["gateway.yaml"])
	gateway.says("msg=serving")
	dealer := begin(t, program, "dealer", "--config", files["dealer.yaml"])
	dealer.says("NORTHGATE dials ")
	dealer.says("logged on to FOLIOGATE")
	basket := filepath.Join(filepath.Dir(files["client.yaml"]), "switch.csv")
	if err := os.WriteFile(basket, []byte(testdata.Switch()), 0o600); err != nil {
		t.Fatal(err)
	}
	fills := basket + ".fills.csv"
	client := begin(t, program, "inquire", "--config", files["client.yaml"], "--basket", basket,
		"--min-quotes", "1", "--patience", "0s", "--fills", fills)
	client.says("125 lines")
	client.says("with NORTHGATE: 125 of 125 lines executed")
	if code := client.ends(); code != 0 {
		t.Errorf("inquire ends with %d\n%s", code, client.rest())
	}
	if rows, err := os.ReadFile(fills); err != nil || strings.Count(string(rows), "\n") != 126 {
		t.Errorf("the fills: %v\n%.200s", err, rows)
	}
	dealer.says("125 lines executed in trade ")
	for _, p := range []*process{dealer, gateway} {
		_ = p.Process.Signal(syscall.SIGTERM)
		if code := p.ends(); code != 0 {
			t.Errorf("%s ends with %d\n%s", p.Args[1], code, p.rest())
		}
	}
}

// shipped copies testdata/config, with ports that are free now.
func shipped(t testing.TB) map[string]string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS("../../testdata/config")); err != nil {
		t.Fatal(err)
	}
	ports := []string{}
	for _, port := range []string{"9878", "9879", "9880"} {
		free, err := freeAddress()
		if err != nil {
			t.Fatal(err)
		}
		ports = append(ports, "127.0.0.1:"+port, free)
	}
	files := map[string]string{}
	for _, name := range []string{"gateway.yaml", "dealer.yaml", "client.yaml"} {
		files[name] = filepath.Join(to, name)
		text, err := os.ReadFile(files[name])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[name], []byte(strings.NewReplacer(ports...).Replace(string(text))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
