package gateway

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
)

// Ids that counterparties see are a keyed hash of the entry that made them and
// of what they are for: the same on replay, unguessable, and impossible to match
// between two dealers (security.md, information rule 3).

const opaqueLength = 12 // of 32 symbols: 60 bits

var opaqueAlphabet = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").
	WithPadding(base32.NoPadding)

func (e Env) opaque(purpose string, whom Firm) string {
	mac := hmac.New(sha256.New, e.Policy.Key[:])
	var seq [8]byte
	binary.BigEndian.PutUint64(seq[:], e.Seq)
	mac.Write(seq[:])
	fmt.Fprintf(mac, "%s|%s", purpose, whom)
	return opaqueAlphabet.EncodeToString(mac.Sum(nil))[:opaqueLength]
}

func (e Env) listID(dealer Firm) string {
	return e.Today.FIX() + "-" + e.opaque("list", dealer)
}

func (e Env) quoteID(dealer Firm) string { return "Q" + e.opaque("quote", dealer) }

func (e Env) tradeID() string { return "T" + e.opaque("trade", "") }

// InquiryIDAt names the inquiry that an entry begins.
func InquiryIDAt(seq uint64) InquiryID { return InquiryID(fmt.Sprintf("I%08d", seq)) }
