package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"foliogate/gateway"
	"foliogate/gateway/engine"
	"foliogate/session"
)

// decodeSnapshot reads the lines, and believes them only whole. What is packed stays where it is in b.
func decodeSnapshot(b []byte) (*snapshot, error) {
	end := bytes.LastIndexByte(bytes.TrimSuffix(b, []byte{'\n'}), '\n') + 1
	var tail snapshotTail
	if err := json.Unmarshal(b[end:], &tail); err != nil || end == 0 {
		return nil, errors.New("its last line is not its checksum")
	}
	if sum := sha256.Sum256(b[:end]); hex.EncodeToString(sum[:]) != tail.Sum {
		return nil, errors.New("its checksum is wrong")
	}
	first, rest, _ := bytes.Cut(b[:end], []byte{'\n'})
	var head snapshotHead
	if err := json.Unmarshal(first, &head); err != nil {
		return nil, err
	}
	if head.Version > snapshotVersion || head.Packed < 0 || head.Packed >= len(rest) {
		return nil, fmt.Errorf("version %d, %d bytes, %d packed", head.Version, end, head.Packed)
	}
	text, packed := rest[:len(rest)-head.Packed], rest[len(rest)-head.Packed:]
	lines := bytes.Split(bytes.TrimSuffix(text, []byte{'\n'}), []byte{'\n'})
	if len(lines) != head.Inquiries+1 {
		return nil, fmt.Errorf("%d lines for %d inquiries", len(lines), head.Inquiries)
	}
	s := &snapshot{LSN: head.LSN, Chain: head.Chain, Sessions: session.NewPast()}
	kept, sizes := make([]gateway.Kept, head.Inquiries), make([]int, head.Inquiries)
	err := onAllProcessors(len(lines), func(i int) (err error) {
		if i == 0 {
			return json.Unmarshal(lines[0], s.Sessions)
		}
		kept[i-1], sizes[i-1], err = decodeKept(lines[i])
		return err
	})
	if err == nil {
		err = sharePacked(kept, sizes, packed)
	}
	if err == nil {
		s.Entries, err = engine.RestorePast(head.Engine, kept)
	}
	return s, err
}

// decodeKept reads an inquiry's line: all of it, or what it is found by and the size of the rest.
func decodeKept(line []byte) (k gateway.Kept, size int, err error) {
	if !bytes.HasPrefix(line, []byte(`{"filed":`)) {
		err = json.Unmarshal(line, &k.Whole)
		return k, 0, err
	}
	filed := filedLine{Filed: new(gateway.Filed)}
	err = json.Unmarshal(line, &filed)
	return gateway.Kept{Filed: filed.Filed}, filed.Size, err
}

// sharePacked gives each inquiry that is filed its share of what is packed.
func sharePacked(kept []gateway.Kept, sizes []int, packed []byte) error {
	for i := range kept {
		if f, size := kept[i].Filed, sizes[i]; f != nil {
			if size < 0 || size > len(packed) {
				return fmt.Errorf("inquiry %s has %d packed bytes of %d", f.ID, size, len(packed))
			}
			f.Packed, packed = packed[:size:size], packed[size:]
		}
	}
	return nil
}

// onAllProcessors does a piece of work n times, side by side.
func onAllProcessors(n int, do func(i int) error) error {
	var (
		workers = runtime.GOMAXPROCS(0)
		errs    = make([]error, workers)
		next    atomic.Int64
		work    sync.WaitGroup
	)
	for w := range workers {
		work.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				errs[w] = do(i)
			}
		})
	}
	work.Wait()
	return errors.Join(errs...)
}
