package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// single are the rows of the design's table of failures that one node can meet and a death can hit.
func single() []int {
	return []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 24, 25, 26, 27, 29, 30,
		31, 33}
}

// rowOf is the number of a row, with which the words for a hit begin; 0: it is of no row.
func rowOf(what string) int {
	number, _, _ := strings.Cut(what, " ")
	n, _ := strconv.Atoi(number)
	return n
}

// perRow are the hits of each row.
func perRow(hits map[string]int) map[int]int {
	sums := map[int]int{}
	for what, times := range hits {
		sums[rowOf(what)] += times
	}
	return sums
}

// tooFew are the rows that were hit less often than that.
func tooFew(hits map[string]int, least int) []int {
	sums := perRow(hits)
	return slices.DeleteFunc(single(), func(row int) bool { return sums[row] >= least })
}

// printRows shows each row with its sum, and how it came about. A run ends with the first era that
// has violations, so that all rows before it have none.
func printRows(hits map[string]int) {
	sums := perRow(hits)
	words := slices.SortedFunc(maps.Keys(hits), func(a, b string) int {
		if n := rowOf(a) - rowOf(b); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	fmt.Println("\n  row   times  violations  what")
	for last, i := -1, 0; i < len(words); i++ {
		row := rowOf(words[i])
		_, what, _ := strings.Cut(words[i], " ")
		switch {
		case row == 0:
			fmt.Printf("        %5d           0  %s\n", hits[words[i]], words[i])
		case row != last:
			fmt.Printf("%5d   %5d           0  %s", row, sums[row], what)
			if hits[words[i]] != sums[row] {
				fmt.Printf(" (%d)", hits[words[i]])
			}
			fmt.Println()
		default:
			fmt.Printf("                           %s (%d)\n", what, hits[words[i]])
		}
		last = row
	}
}
