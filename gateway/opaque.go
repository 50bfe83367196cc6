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

func (e Env) hash(purpose string, whom Firm) []byte {
	mac := hmac.New(sha256.New, e.Policy.Key[:])
	var seq [8]byte
	binary.BigEndian.PutUint64(seq[:], e.Seq)
	mac.Write(seq[:])
	fmt.Fprintf(mac, "%s|%s", purpose, whom)
	return mac.Sum(nil)
}

func (e Env) opaque(purpose string, whom Firm) string {
	return opaqueAlphabet.EncodeToString(e.hash(purpose, whom))[:opaqueLength]
}

// opaqueDigits is opaque for those who take digits only.
func (e Env) opaqueDigits(purpose string, whom Firm) string {
	const length, all = 18, 1e18
	return fmt.Sprintf("%0*d", length, binary.BigEndian.Uint64(e.hash(purpose, whom))%all)
}

func (e Env) listID(dealer Firm, f IDFormat) string {
	if f.Symbols == Digits {
		return f.list(e.Today.FIX(), e.opaqueDigits("list", dealer))
	}
	return f.list(e.Today.FIX(), e.opaque("list", dealer))
}

func (e Env) quoteID(dealer Firm) string { return "Q" + e.opaque("quote", dealer) }

func (e Env) tradeID() string { return "T" + e.opaque("trade", "") }

// InquiryIDAt names the inquiry that an entry begins.
func InquiryIDAt(seq uint64) InquiryID { return InquiryID(fmt.Sprintf("I%08d", seq)) }
