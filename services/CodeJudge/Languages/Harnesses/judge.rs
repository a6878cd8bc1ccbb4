// Values as JSON, and the two sides of unit tests: the submission's process answers calls, the tests' asks for them.
#![allow(dead_code)]
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fs::File;
use std::hash::Hash;
use std::io::{Read, Write};
use std::mem::ManuallyDrop;
use std::os::unix::io::FromRawFd;
use std::panic::{catch_unwind, AssertUnwindSafe};

#[derive(Debug)]
pub enum Json {
    Null,
    Bool(bool),
    Number(String), // as written: it may be longer than any type
    Text(String),
    List(Vec<Json>),
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

fn bad() -> ! {
    panic!("what the other process says cannot be read")
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> char {
        let c = self.text[self.at..].chars().next().unwrap_or_else(|| bad());
        self.at += c.len_utf8();
        c
    }
    fn peek(&self) -> char {
        self.text[self.at..].chars().next().unwrap_or_else(|| bad())
    }
    fn word(&mut self, word: &str) -> bool {
        let found = self.text[self.at..].starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }
    fn hex(&mut self) -> u32 {
        (0..4).fold(0, |sum, _| sum * 16 + self.next().to_digit(16).unwrap_or_else(|| bad()))
    }
    fn string(&mut self) -> String {
        let mut out = String::new();
        loop {
            match self.next() {
                '"' => return out,
                '\\' => match self.next() {
                    'n' => out.push('\n'),
                    'r' => out.push('\r'),
                    't' => out.push('\t'),
                    'u' => out.push(char::from_u32(self.hex()).unwrap_or_else(|| bad())),
                    c => out.push(c),
                },
                c => out.push(c),
            }
        }
    }
    fn value(&mut self) -> Json {
        self.depth += 1;
        if self.depth > 200 {
            bad()
        }
        let json = if self.word("null") {
            Json::Null
        } else if self.word("true") {
            Json::Bool(true)
        } else if self.word("false") {
            Json::Bool(false)
        } else if self.word("\"") {
            Json::Text(self.string())
        } else if self.word("[") {
            let mut items = Vec::new();
            while !self.word("]") {
                if !items.is_empty() && !self.word(",") {
                    bad()
                }
                items.push(self.value());
            }
            Json::List(items)
        } else {
            let start = self.at;
            while self.at < self.text.len() && "+-.eE0123456789".contains(self.peek()) {
                self.next();
            }
            if start == self.at {
                bad()
            }
            Json::Number(self.text[start..self.at].to_string())
        };
        self.depth -= 1;
        json
    }
}

fn parse(text: &str) -> Json {
    Reader { text, at: 0, depth: 0 }.value()
}

fn items(json: &Json) -> &Vec<Json> {
    match json {
        Json::List(items) => items,
        _ => bad(),
    }
}

pub trait Put {
    fn put(&self, out: &mut String);
}
pub trait Get: Sized {
    fn get(json: &Json) -> Self;
}

fn put_all<'a, T: Put + 'a>(values: impl Iterator<Item = &'a T>, out: &mut String) {
    out.push('[');
    for (index, value) in values.enumerate() {
        if index > 0 {
            out.push(',');
        }
        value.put(out);
    }
    out.push(']');
}

macro_rules! numbers { ($($t:ty)*) => { $(
    impl Put for $t { fn put(&self, out: &mut String) { out.push_str(&self.to_string()) } }
    impl Get for $t { fn get(json: &Json) -> Self { match json { Json::Number(text) => text.parse().unwrap_or_else(|_| bad()), _ => bad() } } }
)* } }
numbers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

// What is no number crosses as a text; Rust reads all that it writes.
macro_rules! floats { ($($t:ty)*) => { $(
    impl Put for $t { fn put(&self, out: &mut String) { if self.is_finite() { out.push_str(&format!("{:?}", self)) } else { format!("{:?}", self).as_str().put(out) } } }
    impl Get for $t { fn get(json: &Json) -> Self { match json { Json::Number(text) | Json::Text(text) => text.parse().unwrap_or_else(|_| bad()), _ => bad() } } }
)* } }
floats!(f32 f64);

impl Put for bool {
    fn put(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" })
    }
}
impl Get for bool {
    fn get(json: &Json) -> Self {
        match json {
            Json::Bool(truth) => *truth,
            _ => bad(),
        }
    }
}
impl Put for str {
    fn put(&self, out: &mut String) {
        out.push('"');
        for c in self.chars() {
            match c {
                '"' | '\\' => {
                    out.push('\\');
                    out.push(c)
                }
                c if (c as u32) < 32 => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push(c),
            }
        }
        out.push('"');
    }
}
impl Put for String {
    fn put(&self, out: &mut String) {
        self.as_str().put(out)
    }
}
impl Get for String {
    fn get(json: &Json) -> Self {
        match json {
            Json::Text(text) => text.clone(),
            _ => bad(),
        }
    }
}
impl Get for &'static str {
    fn get(json: &Json) -> Self {
        Box::leak(String::get(json).into_boxed_str())
    }
}
impl Put for char {
    fn put(&self, out: &mut String) {
        self.to_string().put(out)
    }
}
impl Get for char {
    fn get(json: &Json) -> Self {
        String::get(json).chars().next().unwrap_or_else(|| bad())
    }
}
impl Put for () {
    fn put(&self, out: &mut String) {
        out.push_str("null")
    }
}
impl Get for () {
    fn get(_: &Json) -> Self {}
}
impl<T: Put + ?Sized> Put for &T {
    fn put(&self, out: &mut String) {
        (**self).put(out)
    }
}
impl<T: Put + ?Sized> Put for &mut T {
    fn put(&self, out: &mut String) {
        (**self).put(out)
    }
}
impl<T: Put> Put for [T] {
    fn put(&self, out: &mut String) {
        put_all(self.iter(), out)
    }
}

macro_rules! sequences { ($($t:ident: $($bound:ident)*;)*) => { $(
    impl<T: Put $(+ $bound)*> Put for $t<T> { fn put(&self, out: &mut String) { put_all(self.iter(), out) } }
    impl<T: Get $(+ $bound)*> Get for $t<T> { fn get(json: &Json) -> Self { items(json).iter().map(T::get).collect() } }
)* } }
sequences!(Vec:; VecDeque:; HashSet: Eq Hash; BTreeSet: Ord;);

macro_rules! tables { ($($t:ident: $($bound:ident)*;)*) => { $(
    impl<K: Put $(+ $bound)*, V: Put> Put for $t<K, V> { fn put(&self, out: &mut String) {
        let pairs: Vec<(&K, &V)> = self.iter().collect();
        put_all(pairs.iter(), out)
    } }
    impl<K: Get $(+ $bound)*, V: Get> Get for $t<K, V> { fn get(json: &Json) -> Self { items(json).iter().map(<(K, V)>::get).collect() } }
)* } }
tables!(HashMap: Eq Hash; BTreeMap: Ord;);

// Nothing is no value of any type: what is something is in a list.
impl<T: Put> Put for Option<T> {
    fn put(&self, out: &mut String) {
        put_all(self.iter(), out)
    }
}
impl<T: Get> Get for Option<T> {
    fn get(json: &Json) -> Self {
        items(json).first().map(T::get)
    }
}
impl<T: Put, E: Put> Put for Result<T, E> {
    fn put(&self, out: &mut String) {
        match self {
            Ok(value) => (true, value).put(out),
            Err(error) => (false, error).put(out),
        }
    }
}
impl<T: Get, E: Get> Get for Result<T, E> {
    fn get(json: &Json) -> Self {
        let parts = items(json);
        if parts.len() != 2 {
            bad()
        }
        if bool::get(&parts[0]) { Ok(T::get(&parts[1])) } else { Err(E::get(&parts[1])) }
    }
}

macro_rules! tuples { ($(($($t:ident $i:tt)*))*) => { $(
    impl<$($t: Put),*> Put for ($($t,)*) { fn put(&self, out: &mut String) {
        out.push('[');
        $( if $i > 0 { out.push(',') } self.$i.put(out); )*
        out.push(']');
    } }
    impl<$($t: Get),*> Get for ($($t,)*) { fn get(json: &Json) -> Self {
        let parts = items(json);
        ($($t::get(parts.get($i).unwrap_or_else(|| bad())),)*)
    } }
)* } }
tuples!((A 0) (A 0 B 1) (A 0 B 1 C 2) (A 0 B 1 C 2 D 3) (A 0 B 1 C 2 D 3 E 4));

// Frames: a length of four bytes, and JSON. Descriptor 3 is for the end, 4 is read, 5 is written.
fn descriptor(number: i32) -> ManuallyDrop<File> {
    ManuallyDrop::new(unsafe { File::from_raw_fd(number) })
}
fn send(text: &str) -> bool {
    let mut frame = (text.len() as u32).to_le_bytes().to_vec();
    frame.extend_from_slice(text.as_bytes());
    descriptor(5).write_all(&frame).is_ok()
}
fn receive() -> Option<String> {
    let mut size = [0u8; 4];
    descriptor(4).read_exact(&mut size).ok()?;
    let size = u32::from_le_bytes(size) as usize;
    if size > 64 << 20 {
        return None;
    }
    let mut message = vec![0u8; size];
    descriptor(4).read_exact(&mut message).ok()?;
    String::from_utf8(message).ok()
}

fn said(fault: &(dyn std::any::Any + Send)) -> String {
    fault.downcast_ref::<&str>().map(|text| text.to_string()).or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_string())
}

/// The submission's side: `[name,[arguments]]` is answered by `[true,[result,[arguments]]]` or `[false,why]`.
pub fn serve(functions: &[(&str, fn(&[Json], &mut String))]) {
    while let Some(message) = receive() {
        let mut answer = String::from("[true,");
        let answered = catch_unwind(AssertUnwindSafe(|| {
            let question = parse(&message);
            let name = String::get(&items(&question)[0]);
            let function = functions.iter().find(|(known, _)| *known == name).unwrap_or_else(|| bad()).1;
            function(items(&items(&question)[1]), &mut answer);
            answer.push(']');
        }));
        if let Err(fault) = answered {
            answer = String::from("[false,");
            said(&*fault).put(&mut answer);
            answer.push(']');
        }
        send(&answer);
    }
    std::process::exit(0)
}

pub fn get<T: Get>(json: &Json) -> T {
    T::get(json)
}

// The tests' side.
thread_local! {
    static ENDS: RefCell<Vec<String>> = RefCell::new(Vec::new());
}
static GONE: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
static THROWN: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
static LINK: std::sync::Mutex<()> = std::sync::Mutex::new(());
const FLAG: std::sync::atomic::Ordering = std::sync::atomic::Ordering::SeqCst;

fn lost() -> ! {
    GONE.store(true, FLAG);
    panic!("the submission's process ended before the tests did")
}

/// The result, and the arguments as they are afterwards.
pub fn ask<R: Get>(name: &str, arguments: &[&dyn Put]) -> (R, Vec<Json>) {
    let _one_at_a_time = LINK.lock().unwrap_or_else(|held| held.into_inner());
    let mut question = String::from("[");
    name.put(&mut question);
    question.push_str(",[");
    for (index, argument) in arguments.iter().enumerate() {
        if index > 0 {
            question.push(',');
        }
        argument.put(&mut question);
    }
    question.push_str("]]");
    if GONE.load(FLAG) || !send(&question) {
        lost()
    }
    let reply = receive().unwrap_or_else(|| lost());
    let read = catch_unwind(|| match parse(&reply) {
        Json::List(mut parts) if parts.len() == 2 => {
            let value = parts.pop().unwrap();
            if !bool::get(&parts[0]) {
                panic!("the submission panicked: {}", String::get(&value))
            }
            match value {
                Json::List(mut both) if both.len() == 2 => match both.pop() {
                    Some(Json::List(changed)) => (R::get(&both[0]), changed),
                    _ => bad(),
                },
                _ => bad(),
            }
        }
        _ => bad(),
    });
    read.unwrap_or_else(|fault| {
        THROWN.store(true, FLAG);
        panic!("{}", said(&*fault))
    })
}

fn end(kind: &str, why: &str) {
    let mut text = String::new();
    (kind, why).put(&mut text);
    record(text);
}

fn record(end: String) {
    ENDS.with(|ends| ends.borrow_mut().push(end));
}

fn report() -> ! {
    let text = ENDS.with(|ends| format!("T[{}]", ends.borrow().join(",")));
    let _ = descriptor(3).write_all(text.as_bytes());
    unsafe { _exit(0) }
}

extern "C" {
    fn _exit(code: i32) -> !;
    fn on_exit(function: extern "C" fn(i32, *mut u8), argument: *mut u8) -> i32;
}

// Tests that end their process say by its exit code how.
extern "C" fn ended(code: i32, _: *mut u8) {
    match code {
        _ if GONE.load(FLAG) => end("gone", "the submission's process ended before the tests did"),
        0 => record("null".to_string()),
        _ => end("wrong", "the tests ended with an exit code that is not 0"),
    }
    report()
}

/// What a test returns may say that it failed.
pub trait Held {
    fn held(self);
}

impl Held for () {
    fn held(self) {}
}

impl<T: Held, E: std::fmt::Debug> Held for Result<T, E> {
    fn held(self) {
        match self {
            Ok(value) => value.held(),
            Err(error) => panic!("{:?}", error),
        }
    }
}

impl Held for std::process::ExitCode {
    fn held(self) {
        // Two of them cannot be compared.
        if format!("{:?}", self) != format!("{:?}", std::process::ExitCode::SUCCESS) {
            panic!("the tests ended with an exit code that is not 0")
        }
    }
}

/// Each is a test; the second of three is what it is to say when it panics, if it is to panic.
pub fn run_tests(tests: &[(&str, Option<&str>, fn())]) {
    unsafe { on_exit(ended, std::ptr::null_mut()) };
    for (_, panics, test) in tests {
        THROWN.store(false, FLAG);
        let panicked = catch_unwind(test).err().map(|fault| said(&*fault));
        match panicked {
            _ if GONE.load(FLAG) => end("gone", "the submission's process ended before the tests did"),
            Some(why) if panics.map_or(false, |said| why.contains(said)) => record("null".to_string()),
            Some(_) if panics.is_some() => end("wrong", "a test was to panic with another message"),
            None if panics.is_some() => end("wrong", "a test was to panic"),
            None => record("null".to_string()),
            Some(why) => end(if THROWN.load(FLAG) { "error" } else { "wrong" }, &why),
        }
    }
    report()
}
