// SPDX-License-Identifier: Apache-2.0

package when

import (
	"strconv"
	"strings"
)

// times multiplies a number as written; what is vague stays vague.
func times(num string, k int) string {
	whole, err := strconv.Atoi(num)
	if err != nil || whole > 1e6 {
		return "X"
	}
	return strconv.Itoa(whole * k)
}

// halved is num and a half units: "2Y6M" for two and a half years. Clock units are marked by clock.
func halved(num, unit string, clock bool) string {
	rest := map[string]string{"Y": "6M", "M": "15D", "D": "T12H", "H": "30M"}[unit]
	if clock && unit == "M" {
		rest = "30S"
	}
	switch {
	case rest == "" && num == "":
		return "0.5" + unit
	case rest == "":
		return num + ".5" + unit
	case num == "0" || num == "":
		return rest
	}
	return num + unit + rest
}

// grainOf is the piece of the calendar that a unit counts, and whether there is one: hours have none.
func grainOf(unit string) (grain, bool) {
	at := strings.Index("D E W M Q Y X C", unit)
	if unit == "" || at < 0 {
		return day, false
	}
	return [...]grain{day, weekend, week, month, quarter, year, decade, century}[at/2], true
}

// openValue is the value of a unit that nothing anchors.
func openValue(unit string) string {
	switch unit {
	case "W":
		return "XXXX-WXX"
	case "E":
		return "XXXX-WXX-WE"
	case "M":
		return "XXXX-XX"
	case "Q":
		return "XXXX-QX"
	case "Y":
		return "XXXX"
	case "X":
		return "XXX"
	case "C":
		return "XX"
	}
	return "XXXX-XX-XX"
}
