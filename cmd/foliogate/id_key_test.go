package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A crash while the key is made leaves at most a file that the next start replaces.
func TestKeySurvivesACrashWhileItIsMade(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "id.key.tmp"), []byte("half"), 0o400); err != nil {
		t.Fatal(err)
	}
	first, err := idKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := idKey(dir)
	if err != nil || again != first || first == [32]byte{} {
		t.Errorf("%x, then %x, %v", first, again, err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.tmp")); len(left) > 0 {
		t.Errorf("%q is left over", left)
	}
}

func TestSpoiltKeyStopsTheStart(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "id.key"), nil, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := idKey(dir); err == nil {
		t.Error("an empty key was taken")
	}
}
