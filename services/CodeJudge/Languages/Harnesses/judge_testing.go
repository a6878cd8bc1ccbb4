package main

import "testing"

// Functions `TestName(t *testing.T)`, each a test, as Go's own tool runs them.
func judgeRunTests(tests []testing.InternalTest) {
	judgeExact = true
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{Name: "tests", F: func(t *testing.T) {
		// It returns when parallel ones have ended too.
		t.Run("all", func(t *testing.T) {
			for _, test := range tests {
				test := test
				t.Run(test.Name, func(t *testing.T) {
					var kind, text string
					t.Cleanup(func() {
						switch {
						case kind != "":
							judgeEnd(kind, text)
						case judgeIsGone:
							judgeEnd(judgeFault(nil))
						case t.Failed():
							judgeEnd("wrong", "a test failed")
						case t.Skipped():
							// It is none, as where nothing is tested.
						default:
							judgeRecord("null")
						}
					})
					defer func() {
						if kind, text = judgeFault(recover()); kind != "" {
							t.Fail()
						}
					}()
					test.F(t)
				})
			}
		})
		judgeReportEnds()
	}}}, nil, nil)
}

// What `t.Run` is in the tests: a panic of one part is that part's failure, and not everybody's end.
func judgePart(t *testing.T, name string, part func(*testing.T)) bool {
	return t.Run(name, func(t *testing.T) {
		defer func() {
			if fault := recover(); fault != nil {
				_, text := judgeFault(fault)
				t.Error(text)
			}
		}()
		part(t)
	})
}
