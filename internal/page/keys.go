package page

import "slices"

// linearSearchMax is the number of keys up to which a linear search is faster than a map.
const linearSearchMax = 8

// Keys collects keys without duplicates, in the order in which they were added. The zero value is empty.
type Keys struct {
	List    []int64
	indexes map[int64]int // index in List; nil up to linearSearchMax keys
}

// IndexOf returns the index of a key in List, or -1.
func (k *Keys) IndexOf(key int64) int {
	if k.indexes == nil {
		return slices.Index(k.List, key)
	}
	if i, known := k.indexes[key]; known {
		return i
	}
	return -1
}

// Add adds a key if List does not have it, and returns its index in List.
func (k *Keys) Add(key int64) int {
	if i := k.IndexOf(key); i >= 0 {
		return i
	}
	i := len(k.List)
	k.List = append(k.List, key)
	switch {
	case k.indexes != nil:
		k.indexes[key] = i
	case i == linearSearchMax:
		k.indexes = make(map[int64]int, max(cap(k.List), 2*linearSearchMax))
		for i, key := range k.List {
			k.indexes[key] = i
		}
	}
	return i
}

// Distinct returns the keys without duplicates and, for each key, its index in distinct. The key 0 means none and has
// index -1.
func Distinct(keys []int64) (distinct []int64, at []int) {
	found := Keys{List: make([]int64, 0, len(keys))}
	at = make([]int, len(keys))
	for i, key := range keys {
		at[i] = -1
		if key != 0 {
			at[i] = found.Add(key)
		}
	}
	return found.List, at
}
