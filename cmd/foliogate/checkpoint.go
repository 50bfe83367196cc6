package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A checkpoint is a signed line about the journal's chain, in a file that can be shipped to where
// the operators of the gateway cannot write. The chain proves order; a checkpoint elsewhere proves
// that nobody wrote the whole chain anew. A line is
//
//	{"lsn":1000,"chain":"9f86...","at":"2025-06-16T13:30:00Z","signature":"base64"}
//
// and the signature is Ed25519 over "foliogate checkpoint|1000|9f86...|2025-06-16T13:30:00Z".
type checkpoint struct {
	LSN       uint64 `json:"lsn"`
	Chain     string `json:"chain"` // hash of record LSN
	At        string `json:"at"`
	Signature string `json:"signature"`
}

func (c checkpoint) text() []byte {
	return fmt.Appendf(nil, "foliogate checkpoint|%d|%s|%s", c.LSN, c.Chain, c.At)
}

// signed makes a checkpoint.
func signed(key ed25519.PrivateKey, lsn uint64, chain [32]byte, at time.Time) checkpoint {
	c := checkpoint{LSN: lsn, Chain: hexOf(chain), At: at.Format(time.RFC3339)}
	c.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(key, c.text()))
	return c
}

func (c checkpoint) isSignedBy(key ed25519.PublicKey) bool {
	signature, err := base64.StdEncoding.DecodeString(c.Signature)
	return err == nil && ed25519.Verify(key, c.text(), signature)
}

// readCheckpoints reads the whole lines of a file. What a crash left of a last one is not a line.
func readCheckpoints(file string) (all []checkpoint, whole int64, err error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, 0, err
	}
	b = b[:bytes.LastIndexByte(b, '\n')+1]
	for n := 1; len(b[whole:]) > 0; n++ {
		line, _, _ := bytes.Cut(b[whole:], []byte{'\n'})
		var c checkpoint
		if err := json.Unmarshal(line, &c); err != nil {
			return nil, 0, fmt.Errorf("%s:%d: no checkpoint: %w", file, n, err)
		}
		all = append(all, c)
		whole += int64(len(line)) + 1
	}
	return all, whole, nil
}

// holds says why a journal is not the one that a checkpoint saw; "" if it is.
func (c checkpoint) holds(of places, last uint64) string {
	if c.LSN > last {
		return fmt.Sprintf("the checkpoint of %s saw lsn %d, but the journal ends at lsn %d", c.At, c.LSN, last)
	}
	at, err := of.Place(c.LSN)
	if err != nil {
		return fmt.Sprintf("the checkpoint of %s saw lsn %d: %v", c.At, c.LSN, err)
	}
	if hexOf(at.Hash) != c.Chain {
		return fmt.Sprintf("history was rewritten: lsn %d (segment %s, offset %d) is not the record that the"+
			" checkpoint of %s saw", c.LSN, at.Segment, at.Offset, c.At)
	}
	return ""
}

const (
	privateKeyType = "PRIVATE KEY"
	publicKeyType  = "PUBLIC KEY"
)

// signingKey reads the key, PKCS#8 in PEM. If there may be a new one it is made, with the public key
// beside it for whoever verifies: checkpoint.key, checkpoint.key.pub.
func signingKey(file string, mayMake bool) (ed25519.PrivateKey, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && mayMake {
		return makeSigningKey(file)
	}
	if err != nil {
		return nil, inputError(err)
	}
	block, _ := pem.Decode(b)
	if block == nil || block.Type != privateKeyType {
		return nil, inputError(fmt.Errorf("%s: no PEM block of type %s", file, privateKeyType))
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	key, ok := parsed.(ed25519.PrivateKey)
	if err != nil || !ok {
		return nil, inputError(fmt.Errorf("%s: no Ed25519 key in PKCS#8", file))
	}
	return key, nil
}

func makeSigningKey(file string) (ed25519.PrivateKey, error) {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	shown, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return nil, err
	}
	err = errors.Join(os.MkdirAll(filepath.Dir(file), 0o750),
		keep(file+".pub", pem.EncodeToMemory(&pem.Block{Type: publicKeyType, Bytes: shown})))
	if err == nil {
		err = keep(file, pem.EncodeToMemory(&pem.Block{Type: privateKeyType, Bytes: secret}))
	}
	return key, err
}

func publicKey(file string) (ed25519.PublicKey, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, inputError(err)
	}
	block, _ := pem.Decode(b)
	if block == nil || block.Type != publicKeyType {
		return nil, inputError(fmt.Errorf("%s: no PEM block of type %s", file, publicKeyType))
	}
	parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
	key, ok := parsed.(ed25519.PublicKey)
	if err != nil || !ok {
		return nil, inputError(fmt.Errorf("%s: no Ed25519 public key", file))
	}
	return key, nil
}
