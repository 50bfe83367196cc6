package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var kilobyte = bytes.Repeat([]byte("portfolio trade "), 64)

// BenchmarkAppend: synced 1 KiB entries, one op an entry. raw is the limit: append and fdatasync,
// without frame, checksum, chain or mark; overwrite is the same over zeros written before.
func BenchmarkAppend(b *testing.B) {
	b.Run("raw/append", func(b *testing.B) { benchmarkRaw(b, 0) })
	b.Run("raw/overwrite", func(b *testing.B) { benchmarkRaw(b, 64<<20) })
	b.Run("writers=1", func(b *testing.B) { benchmarkWriters(b, 1, Options{}) })
	b.Run("writers=1/paranoid", func(b *testing.B) { benchmarkWriters(b, 1, Options{Paranoid: true}) })
	b.Run("writers=64", func(b *testing.B) { benchmarkWriters(b, 64, Options{}) })
}

func benchmarkRaw(b *testing.B, zeroed int64) {
	path := filepath.Join(b.TempDir(), "raw")
	if err := os.WriteFile(path, make([]byte, zeroed), 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := openFile(path, openWrite)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if err := f.Datasync(); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := range b.N {
		at := int64(i) * int64(len(kilobyte))
		if zeroed > 0 {
			at %= zeroed
		}
		if _, err := f.WriteAt(kilobyte, at); err != nil {
			b.Fatal(err)
		}
		if err := f.Datasync(); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkWriters(b *testing.B, writers int, o Options) {
	l := open(b, b.TempDir(), o)
	b.ReportAllocs()
	b.ResetTimer()
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := w; i < b.N; i += writers {
				lsn, err := l.Append(Record{1, kilobyte})
				if err == nil {
					err = l.Wait(context.Background(), lsn)
				}
				if err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	b.StopTimer()
	b.ReportMetric(float64(l.Stats().Syncs)/float64(b.N), "syncs/op")
}

// BenchmarkAppendOnly is what the caller pays before it waits: a lock and a copy.
func BenchmarkAppendOnly(b *testing.B) {
	l := open(b, b.TempDir(), Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Append(Record{1, kilobyte}); err != nil {
			b.Fatal(err)
		}
	}
}

// fill makes a journal of n records and returns its directory.
func fill(b *testing.B, n int, payload []byte) string {
	dir := b.TempDir()
	l := open(b, dir, Options{})
	for range n {
		if _, err := l.Append(Record{1, payload}); err != nil {
			b.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

// BenchmarkOpen recovers 1,000,000 entries: every checksum and the whole chain.
func BenchmarkOpen(b *testing.B) {
	for _, size := range []int{128, 1024} {
		b.Run(fmt.Sprintf("entries=1000000/bytes=%d", size), func(b *testing.B) {
			dir := fill(b, 1_000_000, kilobyte[:size])
			b.ReportAllocs()
			for b.Loop() {
				l, err := Open(dir, Options{})
				if err == nil {
					err = l.Close()
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFresh begins a journal and makes its first entry durable.
func BenchmarkFresh(b *testing.B) {
	parent := b.TempDir()
	for b.Loop() {
		dir, err := os.MkdirTemp(parent, "")
		if err != nil {
			b.Fatal(err)
		}
		l, err := Open(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		appendDurable(b, l, Record{1, kilobyte})
		if err := errors.Join(l.Close(), os.RemoveAll(dir)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead reads 100,000 entries of 1 KiB back, in order and at random.
func BenchmarkRead(b *testing.B) {
	const entries = 100_000
	l := open(b, fill(b, entries, kilobyte), Options{})
	b.Run("sequential", func(b *testing.B) {
		b.SetBytes(int64(len(kilobyte)))
		b.ReportAllocs()
		r := l.From(1)
		for b.Loop() {
			_, _, err := r.Next()
			if errors.Is(err, io.EOF) {
				r = l.From(1)
			} else if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("random", func(b *testing.B) {
		b.SetBytes(int64(len(kilobyte)))
		b.ReportAllocs()
		lsn := uint64(1)
		for b.Loop() {
			if _, err := l.ReadAt(lsn); err != nil {
				b.Fatal(err)
			}
			lsn = lsn*48271%entries + 1
		}
	})
}

// BenchmarkReopen opens a journal of one entry: what a restart costs at least.
func BenchmarkReopen(b *testing.B) {
	dir := fill(b, 1, kilobyte)
	for b.Loop() {
		l, err := Open(dir, Options{})
		if err == nil {
			err = l.Close()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
