package model

import "github.com/muniment/muniment/internal/viewer"

// Viewer is who is asking.
type Viewer struct{ *viewer.Viewer }
