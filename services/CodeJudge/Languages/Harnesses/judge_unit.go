package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"sync"
)

// The submission's process and the tests' ask and answer in frames: a length of four bytes, and JSON.
func judgeSend(text string) bool {
	frame := make([]byte, 4, 4+len(text))
	binary.LittleEndian.PutUint32(frame, uint32(len(text)))
	_, err := judgeOut.Write(append(frame, text...))
	return err == nil
}

func judgeReceive() ([]byte, bool) {
	var size [4]byte
	if _, err := io.ReadFull(judgeIn, size[:]); err != nil {
		return nil, false
	}
	length := binary.LittleEndian.Uint32(size[:])
	if length > 1<<28 {
		return nil, false
	}
	message := make([]byte, length)
	_, err := io.ReadFull(judgeIn, message)
	return message, err == nil
}

var judgeIn, judgeOut = os.NewFile(4, "questions"), os.NewFile(5, "answers")

func judgeList(values []reflect.Value) string {
	var b strings.Builder
	b.WriteString("[")
	for i, value := range values {
		if i > 0 {
			b.WriteString(",")
		}
		judgeWrite(&b, value, 0)
	}
	return b.String() + "]"
}

func judgeQuote(text string) string {
	data, _ := json.Marshal(text)
	return string(data)
}

// The submission's side: [name,[arguments]] is answered by {"value":[[results],[arguments]]} or {"error":text}.
func judgeServe(functions map[string]interface{}) {
	judgeExact = true
	for {
		message, alive := judgeReceive()
		if !alive {
			os.Exit(0)
		}
		judgeSend(judgeAnswer(functions, message))
	}
}

func judgeAnswer(functions map[string]interface{}, message []byte) (answer string) {
	defer func() {
		if fault := recover(); fault != nil {
			answer = "{\"error\":" + judgeQuote(fmt.Sprint(fault)) + "}"
		}
	}()
	var name string
	var given []json.RawMessage
	if err := json.Unmarshal(message, &[]interface{}{&name, &given}); err != nil {
		panic(err)
	}
	f := reflect.ValueOf(functions[name])
	arguments := make([]reflect.Value, len(given))
	for i := range given {
		arguments[i] = judgeRead(given[i], f.Type().In(i))
	}
	call := f.Call
	if f.Type().IsVariadic() {
		call = f.CallSlice
	}
	results := call(arguments)
	return "{\"value\":[" + judgeList(results) + "," + judgeList(arguments) + "]}"
}

// The tests' side.
type judgeGone struct{}
type judgeThrown struct{ text string }
type judgeEnded struct{ code int }

var judgeMutex sync.Mutex
var judgeIsGone bool
var judgeEnds []string

func judgeAsk(name string, arguments []interface{}, results ...interface{}) {
	judgeMutex.Lock()
	defer judgeMutex.Unlock()
	given := make([]reflect.Value, len(arguments))
	for i, argument := range arguments {
		given[i] = reflect.ValueOf(argument)
	}
	question := "[" + judgeQuote(name) + "," + judgeList(given) + "]"
	if judgeIsGone || !judgeSend(question) {
		judgeIsGone = true
		panic(judgeGone{})
	}
	message, alive := judgeReceive()
	if !alive {
		judgeIsGone = true
		panic(judgeGone{})
	}
	// Nothing that the other side writes may be taken for a fault of the tests.
	defer func() {
		if fault := recover(); fault != nil {
			if thrown, known := fault.(judgeThrown); known {
				panic(thrown)
			}
			panic(judgeThrown{"what it answers cannot be read: " + fmt.Sprint(fault)})
		}
	}()
	var reply struct {
		Value [][]json.RawMessage
		Error *string
	}
	if err := json.Unmarshal(message, &reply); err != nil {
		panic(err)
	}
	if reply.Error != nil {
		panic(judgeThrown{"the submission panicked: " + *reply.Error})
	}
	for i, result := range results {
		place := reflect.ValueOf(result).Elem()
		place.Set(judgeRead(reply.Value[0][i], place.Type()))
	}
	// What the function changed in a slice or a map is changed in the tests' own.
	for i, mine := range given {
		switch mine.Kind() {
		case reflect.Slice:
			reflect.Copy(mine, judgeRead(reply.Value[1][i], mine.Type()))
		case reflect.Map:
			theirs := judgeRead(reply.Value[1][i], mine.Type())
			for _, key := range mine.MapKeys() {
				mine.SetMapIndex(key, reflect.Value{})
			}
			for _, key := range theirs.MapKeys() {
				mine.SetMapIndex(key, theirs.MapIndex(key))
			}
		}
	}
}

func judgeExit(code int)                             { panic(judgeEnded{code}) }
func judgeFatal(values ...interface{})               { panic(fmt.Sprint(values...)) }
func judgeFatalf(form string, values ...interface{}) { panic(fmt.Sprintf(form, values...)) }
func judgeEnd(kind, text string)                     { judgeRecord("[\"" + kind + "\"," + judgeQuote(text) + "]") }

func judgeRecord(end string) {
	judgeMutex.Lock()
	defer judgeMutex.Unlock()
	judgeEnds = append(judgeEnds, end)
}

// How a test that ended in a panic, or in none, has ended.
func judgeFault(fault interface{}) (kind, text string) {
	const gone = "the submission's process ended before the tests did"
	switch reason := fault.(type) {
	case judgeThrown:
		kind, text = "error", reason.text
	case judgeEnded:
		if reason.code != 0 {
			kind, text = "wrong", fmt.Sprint("the tests ended with exit code ", reason.code)
		}
	case nil:
	default:
		kind, text = "wrong", fmt.Sprint(fault)
	}
	// Also where the tests took no notice of it.
	if judgeIsGone {
		kind, text = "gone", gone
	}
	return
}

func judgeReportEnds() {
	judgeReport("T["+strings.Join(judgeEnds, ",")+"]", 0)
}

// A main program is one test.
func judgeRunMain(main func()) {
	judgeExact = true
	func() {
		defer func() {
			if kind, text := judgeFault(recover()); kind != "" {
				judgeEnd(kind, text)
			} else {
				judgeRecord("null")
			}
		}()
		main()
	}()
	judgeReportEnds()
}
