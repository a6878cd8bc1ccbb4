package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

func judgeReport(text string, code int) {
	os.NewFile(3, "result").WriteString(text)
	os.Exit(code)
}

// One case of a `call` test: arguments on standard input, the result, or what an argument has become, on descriptor 3.
func judgeCall(function interface{}, position int) {
	defer func() {
		if fault := recover(); fault != nil {
			judgeReport("E"+fmt.Sprint(fault), 1)
		}
	}()
	data, _ := io.ReadAll(os.Stdin)
	var given []json.RawMessage
	if err := json.Unmarshal(data, &given); err != nil {
		panic(err)
	}
	f := reflect.ValueOf(function)
	if f.Type().NumIn() != len(given) {
		panic("the function takes another number of arguments")
	}
	arguments := make([]reflect.Value, len(given))
	for i := range given {
		arguments[i] = judgeRead(given[i], f.Type().In(i))
	}
	results := f.Call(arguments)
	var b strings.Builder
	b.WriteString("R")
	switch {
	case position >= 0:
		judgeWrite(&b, arguments[position], 0)
	case len(results) == 0:
		b.WriteString("null")
	case len(results) == 1:
		judgeWrite(&b, results[0], 0)
	default:
		b.WriteString("[")
		for i, result := range results {
			if i > 0 {
				b.WriteString(",")
			}
			judgeWrite(&b, result, 0)
		}
		b.WriteString("]")
	}
	judgeReport(b.String(), 0)
}

func judgeNode(t reflect.Type, fields ...string) bool {
	if t.Kind() != reflect.Ptr || t.Elem().Kind() != reflect.Struct {
		return false
	}
	for _, name := range fields {
		if _, found := t.Elem().FieldByName(name); !found {
			return false
		}
	}
	return true
}

// Between a submission and its unit tests nothing may change on the way: what is nil, which bytes, what is no number.
var judgeExact bool

var judgeErrorType = reflect.TypeOf((*error)(nil)).Elem()

func judgeRead(raw json.RawMessage, t reflect.Type) reflect.Value {
	switch {
	case judgeExact && string(raw) == "null":
		return reflect.Zero(t)
	case judgeExact && t == judgeErrorType:
		var text string
		if err := json.Unmarshal(raw, &text); err != nil {
			panic(err)
		}
		return reflect.ValueOf(errors.New(text))
	case judgeExact && (t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64) && len(raw) > 0 && raw[0] == '"':
		number, err := strconv.ParseFloat(strings.Trim(string(raw), "\""), 64)
		if err != nil {
			panic(err)
		}
		return reflect.ValueOf(number).Convert(t)
	case judgeExact && t.Kind() == reflect.Map:
		return judgeReadMap(raw, t)
	case judgeExact && t.Kind() == reflect.Array:
		list := judgeRead(raw, reflect.SliceOf(t.Elem()))
		array := reflect.New(t).Elem()
		if list.Len() != t.Len() {
			panic("an array of another length")
		}
		reflect.Copy(array, list)
		return array
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 && !judgeExact && len(raw) > 0 && raw[0] == '[':
		// LeetCode writes bytes as a list of texts.
		var texts []string
		if json.Unmarshal(raw, &texts) == nil {
			return reflect.ValueOf([]byte(strings.Join(texts, ""))).Convert(t)
		}
	case t.Kind() == reflect.Slice && (judgeExact && t.Elem().Kind() != reflect.Uint8 || judgeNode(t.Elem(), "Val", "Next") || judgeNode(t.Elem(), "Val", "Left", "Right") || t.Elem().Kind() == reflect.Slice):
		var items []json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			panic(err)
		}
		list := reflect.MakeSlice(t, len(items), len(items))
		for i := range items {
			list.Index(i).Set(judgeRead(items[i], t.Elem()))
		}
		return list
	case judgeNode(t, "Val", "Next"):
		var items []json.RawMessage
		json.Unmarshal(raw, &items)
		head := reflect.Zero(t)
		for i := len(items) - 1; i >= 0; i-- {
			node := reflect.New(t.Elem())
			node.Elem().FieldByName("Val").Set(judgeRead(items[i], node.Elem().FieldByName("Val").Type()))
			node.Elem().FieldByName("Next").Set(head)
			head = node
		}
		return head
	case judgeNode(t, "Val", "Left", "Right"):
		var items []json.RawMessage
		json.Unmarshal(raw, &items)
		nodes := make([]reflect.Value, len(items))
		for i := range items {
			if string(items[i]) == "null" {
				nodes[i] = reflect.Zero(t)
				continue
			}
			nodes[i] = reflect.New(t.Elem())
			nodes[i].Elem().FieldByName("Val").Set(judgeRead(items[i], nodes[i].Elem().FieldByName("Val").Type()))
		}
		next := 1
		for _, node := range nodes {
			for _, side := range []string{"Left", "Right"} {
				if !node.IsNil() && next < len(nodes) {
					node.Elem().FieldByName(side).Set(nodes[next])
					next++
				}
			}
		}
		if len(nodes) == 0 {
			return reflect.Zero(t)
		}
		return nodes[0]
	}
	value := reflect.New(t)
	if err := json.Unmarshal(raw, value.Interface()); err != nil {
		var text string
		if (t.Kind() == reflect.Int32 || t.Kind() == reflect.Uint8) && json.Unmarshal(raw, &text) == nil && len(text) > 0 {
			return reflect.ValueOf([]rune(text)[0]).Convert(t)
		}
		panic(err)
	}
	return value.Elem()
}

// A map is a list of pairs: its keys need not be texts.
func judgeReadMap(raw json.RawMessage, t reflect.Type) reflect.Value {
	var pairs [][]json.RawMessage
	if err := json.Unmarshal(raw, &pairs); err != nil {
		panic(err)
	}
	result := reflect.MakeMapWithSize(t, len(pairs))
	for _, pair := range pairs {
		result.SetMapIndex(judgeRead(pair[0], t.Key()), judgeRead(pair[1], t.Elem()))
	}
	return result
}

func judgeWriteExactly(b *strings.Builder, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface:
		if fault, isError := v.Interface().(error); isError {
			data, _ := json.Marshal(fault.Error())
			b.Write(data)
			return true
		}
	case reflect.Float32, reflect.Float64:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			b.WriteString(strconv.Quote(strconv.FormatFloat(v.Float(), 'g', -1, 64)))
			return true
		}
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			panic("a text that is not UTF-8")
		}
	case reflect.Map:
		if v.IsNil() {
			b.WriteString("null")
			return true
		}
		b.WriteString("[")
		for i, key := range v.MapKeys() {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString("[")
			judgeWrite(b, key, 1)
			b.WriteString(",")
			judgeWrite(b, v.MapIndex(key), 1)
			b.WriteString("]")
		}
		b.WriteString("]")
		return true
	case reflect.Slice:
		if v.IsNil() {
			b.WriteString("null")
			return true
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			data, _ := json.Marshal(v.Interface())
			b.Write(data)
			return true
		}
	}
	return false
}

func judgeWrite(b *strings.Builder, v reflect.Value, depth int) {
	if depth > 400 {
		panic("the value is nested too deeply")
	}
	if judgeExact && judgeWriteExactly(b, v) {
		return
	}
	switch v.Kind() {
	case reflect.Invalid:
		b.WriteString("null")
	case reflect.Float32, reflect.Float64:
		text := strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits())
		if !strings.ContainsAny(text, ".eIN") {
			text += ".0"
		}
		b.WriteString(text)
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			for i := 0; i < v.Len(); i++ {
				if i == 0 {
					b.WriteString("[")
				} else {
					b.WriteString(",")
				}
				b.WriteString(strconv.Quote(string(rune(v.Index(i).Uint()))))
			}
			if v.Len() == 0 {
				b.WriteString("[")
			}
			b.WriteString("]")
			return
		}
		b.WriteString("[")
		for i := 0; i < v.Len(); i++ {
			if i > 0 {
				b.WriteString(",")
			}
			judgeWrite(b, v.Index(i), depth+1)
		}
		b.WriteString("]")
	case reflect.Map:
		b.WriteString("{")
		for i, key := range v.MapKeys() {
			if i > 0 {
				b.WriteString(",")
			}
			name, _ := json.Marshal(fmt.Sprint(key.Interface()))
			b.Write(name)
			b.WriteString(":")
			judgeWrite(b, v.MapIndex(key), depth+1)
		}
		b.WriteString("}")
	case reflect.Interface:
		judgeWrite(b, v.Elem(), depth)
	case reflect.Ptr:
		switch {
		case v.IsNil() && (judgeNode(v.Type(), "Val", "Next") || judgeNode(v.Type(), "Val", "Left", "Right")):
			b.WriteString("[]")
		case v.IsNil():
			b.WriteString("null")
		case judgeNode(v.Type(), "Val", "Next"):
			b.WriteString("[")
			for n, i := v, 0; !n.IsNil() && i < 1000000; n, i = n.Elem().FieldByName("Next"), i+1 {
				if i > 0 {
					b.WriteString(",")
				}
				judgeWrite(b, n.Elem().FieldByName("Val"), depth+1)
			}
			b.WriteString("]")
		case judgeNode(v.Type(), "Val", "Left", "Right"):
			queue := []reflect.Value{v}
			for i := 0; i < len(queue) && len(queue) < 1000000; i++ {
				if !queue[i].IsNil() {
					queue = append(queue, queue[i].Elem().FieldByName("Left"), queue[i].Elem().FieldByName("Right"))
				}
			}
			for len(queue) > 0 && queue[len(queue)-1].IsNil() {
				queue = queue[:len(queue)-1]
			}
			b.WriteString("[")
			for i, n := range queue {
				if i > 0 {
					b.WriteString(",")
				}
				if n.IsNil() {
					b.WriteString("null")
				} else {
					judgeWrite(b, n.Elem().FieldByName("Val"), depth+1)
				}
			}
			b.WriteString("]")
		default:
			judgeWrite(b, v.Elem(), depth+1)
		}
	default:
		data, err := json.Marshal(v.Interface())
		if err != nil {
			panic(err)
		}
		b.Write(data)
	}
}
