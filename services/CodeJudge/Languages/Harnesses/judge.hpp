// Values as JSON, and functions that are called with them: by a test of a case, or from the tests' process through two pipes.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <functional>
#include <iostream>
#include <list>
#include <map>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>
#include <unistd.h>
#ifdef JUDGE_BOOST_ANY
#include <boost/any.hpp>
#endif

namespace judge {

struct Json {
    enum Kind { Null, Bool, Number, Text, List, Object } kind = Null;
    bool truth = false;
    std::string text;  // of a number too: it may be longer than any type
    std::vector<Json> items;
    std::vector<std::string> names;
    bool is_whole() const { return text.find_first_of(".eE") == std::string::npos; }
};

struct Reader {
    const char* at;
    const char* end;
    int depth = 0;
    [[noreturn]] void fail() { throw std::runtime_error("no JSON"); }
    void space() { while (at < end && std::strchr(" \t\r\n", *at)) at++; }
    char peek() { space(); if (at >= end) fail(); return *at; }
    void take(char c) { if (peek() != c) fail(); at++; }
    void utf8(std::string& out, unsigned c) {
        if (c < 0x80) out += char(c);
        else if (c < 0x800) { out += char(0xC0 | c >> 6); out += char(0x80 | (c & 63)); }
        else if (c < 0x10000) { out += char(0xE0 | c >> 12); out += char(0x80 | (c >> 6 & 63)); out += char(0x80 | (c & 63)); }
        else { out += char(0xF0 | c >> 18); out += char(0x80 | (c >> 12 & 63)); out += char(0x80 | (c >> 6 & 63)); out += char(0x80 | (c & 63)); }
    }
    unsigned hex() {
        if (end - at < 4) fail();
        unsigned value = std::strtoul(std::string(at, at + 4).c_str(), nullptr, 16);
        at += 4;
        return value;
    }
    std::string text() {
        take('"');
        std::string out;
        for (;;) {
            if (at >= end) fail();
            char c = *at++;
            if (c == '"') return out;
            if (c != '\\') { out += c; continue; }
            if (at >= end) fail();
            switch (c = *at++) {
                case 'n': out += '\n'; break;
                case 't': out += '\t'; break;
                case 'r': out += '\r'; break;
                case 'b': out += '\b'; break;
                case 'f': out += '\f'; break;
                case 'u': {
                    unsigned code = hex();
                    if (code >= 0xD800 && code < 0xDC00 && end - at > 6 && at[0] == '\\' && at[1] == 'u') { at += 2; code = 0x10000 + ((code - 0xD800) << 10) + (hex() - 0xDC00); }
                    utf8(out, code);
                    break;
                }
                default: out += c;
            }
        }
    }
    Json value() {
        if (++depth > 500) fail();
        Json json;
        char c = peek();
        if (c == '"') { json.kind = Json::Text; json.text = text(); }
        else if (c == '[' || c == '{') {
            json.kind = c == '[' ? Json::List : Json::Object;
            char close = c == '[' ? ']' : '}';
            at++;
            if (peek() == close) at++;
            else for (;;) {
                if (c == '{') { space(); json.names.push_back(text()); take(':'); }
                json.items.push_back(value());
                if (peek() == close) { at++; break; }
                take(',');
            }
        }
        else if (end - at >= 4 && !std::strncmp(at, "true", 4)) { json.kind = Json::Bool; json.truth = true; at += 4; }
        else if (end - at >= 5 && !std::strncmp(at, "false", 5)) { json.kind = Json::Bool; at += 5; }
        else if (end - at >= 4 && !std::strncmp(at, "null", 4)) at += 4;
        else {
            json.kind = Json::Number;
            while (at < end && std::strchr("+-.eE0123456789", *at)) json.text += *at++;
            if (json.text.empty()) fail();
        }
        depth--;
        return json;
    }
};

inline Json parse(const std::string& text) { Reader reader{text.data(), text.data() + text.size()}; return reader.value(); }

template <class T, class = void> struct Codec;
template <class T> std::string write(const T& value) { return Codec<std::decay_t<T>>::write(value); }
template <class T> T read(const Json& json) { return Codec<T>::read(json); }

inline std::string quote(const std::string& text) {
    std::string out = "\"";
    for (unsigned char c : text) {
        if (c == '"' || c == '\\') { out += '\\'; out += char(c); }
        else if (c < 0x20 || c == 0x7F) { char buffer[8]; std::snprintf(buffer, sizeof buffer, "\\u%04x", c); out += buffer; }
        else out += char(c);
    }
    return out + '"';
}

template <class T> struct Codec<T, std::enable_if_t<std::is_arithmetic_v<T>>> {
    static std::string write(T value) {
        if constexpr (std::is_same_v<T, bool>) return value ? "true" : "false";
        else if constexpr (std::is_same_v<T, char>) return quote(std::string(1, value));
        else if constexpr (std::is_integral_v<T>) return std::to_string(value);
        else {
            if (!std::isfinite(value)) return std::isnan(value) ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\"";
            char buffer[64];
            std::snprintf(buffer, sizeof buffer, "%.*g", std::is_same_v<T, float> ? 9 : 17, double(value));
            if (!std::strpbrk(buffer, ".e")) std::strcat(buffer, ".0");
            return buffer;
        }
    }
    static T read(const Json& json) {
        if constexpr (std::is_same_v<T, bool>) { if (json.kind != Json::Bool) throw std::runtime_error("no bool"); return json.truth; }
        else if constexpr (std::is_same_v<T, char>) { if (json.kind == Json::Number) return T(std::stoi(json.text)); if (json.text.size() != 1) throw std::runtime_error("no char"); return json.text[0]; }
        else if constexpr (std::is_floating_point_v<T>) {
            if (json.kind == Json::Text && json.text == "nan") return T(NAN);
            if (json.kind == Json::Text && json.text.size() > 2 && json.text.size() < 5) return json.text[0] == '-' ? T(-INFINITY) : T(INFINITY);
            return T(std::strtold(json.text.c_str(), nullptr));
        }
        else if constexpr (std::is_unsigned_v<T>) { if (json.kind != Json::Number) throw std::runtime_error("no number"); return T(std::stoull(json.text)); }
        else { if (json.kind != Json::Number) throw std::runtime_error("no number"); return T(std::stoll(json.text)); }
    }
};

template <> struct Codec<std::string> {
    static std::string write(const std::string& value) { return quote(value); }
    static std::string read(const Json& json) { if (json.kind != Json::Text) throw std::runtime_error("no text"); return json.text; }
};

template <class C> std::string write_all(const C& items) {
    std::string out = "[";
    for (const auto& item : items) { if (out.size() > 1) out += ','; out += write(static_cast<const typename C::value_type&>(item)); }
    return out + ']';
}
template <class C> C read_all(const Json& json) {
    if (json.kind != Json::List) throw std::runtime_error("no list");
    C out;
    for (const Json& item : json.items) out.insert(out.end(), read<typename C::value_type>(item));
    return out;
}
template <class C> struct Sequence { static std::string write(const C& value) { return write_all(value); } static C read(const Json& json) { return read_all<C>(json); } };
template <class T> struct Codec<std::vector<T>> : Sequence<std::vector<T>> {};
template <> struct Codec<std::vector<bool>> {
    static std::string write(const std::vector<bool>& value) { std::string out = "["; for (bool item : value) { if (out.size() > 1) out += ','; out += item ? "true" : "false"; } return out + ']'; }
    static std::vector<bool> read(const Json& json) { std::vector<bool> out; for (const Json& item : json.items) out.push_back(item.truth); return out; }
};
template <class T> struct Codec<std::deque<T>> : Sequence<std::deque<T>> {};
template <class T> struct Codec<std::list<T>> : Sequence<std::list<T>> {};
template <class T> struct Codec<std::set<T>> : Sequence<std::set<T>> {};
template <class T> struct Codec<std::multiset<T>> : Sequence<std::multiset<T>> {};
template <class T> struct Codec<std::unordered_set<T>> : Sequence<std::unordered_set<T>> {};

// Maps cross as lists of pairs, or as an object where their keys are text.
template <class C> struct Table {
    using Key = typename C::key_type;
    using Value = typename C::mapped_type;
    static std::string key(const Key& key) { std::string out = judge::write(key); return out[0] == '"' ? out : quote(out); }
    static std::string write(const C& value) {
        std::string out = "{";
        for (const auto& [k, v] : value) { if (out.size() > 1) out += ','; out += key(k) + ":" + judge::write(v); }
        return out + '}';
    }
    static C read(const Json& json) {
        C out;
        for (size_t i = 0; i < json.names.size(); i++) {
            Json name;
            name.kind = std::is_arithmetic_v<Key> && !std::is_same_v<Key, char> ? Json::Number : Json::Text;
            name.text = json.names[i];
            out[judge::read<Key>(name)] = judge::read<Value>(json.items[i]);
        }
        return out;
    }
};
template <class K, class V> struct Codec<std::map<K, V>> : Table<std::map<K, V>> {};
template <class K, class V> struct Codec<std::unordered_map<K, V>> : Table<std::unordered_map<K, V>> {};

template <class A, class B> struct Codec<std::pair<A, B>> {
    static std::string write(const std::pair<A, B>& value) { return "[" + judge::write(value.first) + "," + judge::write(value.second) + "]"; }
    static std::pair<A, B> read(const Json& json) { return {judge::read<A>(json.items.at(0)), judge::read<B>(json.items.at(1))}; }
};
template <class... T> struct Codec<std::tuple<T...>> {
    static std::string write(const std::tuple<T...>& value) {
        std::string out = "[";
        std::apply([&](const T&... item) { ((out += (out.size() > 1 ? "," : "") + judge::write(item)), ...); }, value);
        return out + "]";
    }
    static std::tuple<T...> read(const Json& json) { return read(json, std::index_sequence_for<T...>{}); }
    template <size_t... I> static std::tuple<T...> read(const Json& json, std::index_sequence<I...>) { return {judge::read<T>(json.items.at(I))...}; }
};
template <class T> struct Codec<std::optional<T>> {
    static std::string write(const std::optional<T>& value) { return value ? judge::write(*value) : "null"; }
    static std::optional<T> read(const Json& json) { return json.kind == Json::Null ? std::nullopt : std::optional<T>(judge::read<T>(json)); }
};

// Linked lists and trees as LeetCode writes them.
template <class T, class = void> struct IsList : std::false_type {};
template <class T> struct IsList<T, std::void_t<decltype(T::val), decltype(T::next)>> : std::true_type {};
template <class T, class = void> struct IsTree : std::false_type {};
template <class T> struct IsTree<T, std::void_t<decltype(T::val), decltype(T::left), decltype(T::right)>> : std::true_type {};
template <class T> struct Codec<T*, std::enable_if_t<IsList<T>::value>> {
    static std::string write(T* const& node) {
        std::vector<std::decay_t<decltype(node->val)>> items;
        for (T* at = node; at && items.size() < 1000000; at = at->next) items.push_back(at->val);
        return judge::write(items);
    }
    static T* read(const Json& json) {
        T* head = nullptr;
        for (size_t i = json.items.size(); i-- > 0;) { T* node = new T(judge::read<std::decay_t<decltype(head->val)>>(json.items[i])); node->next = head; head = node; }
        return head;
    }
};
template <class T> struct Codec<T*, std::enable_if_t<IsTree<T>::value>> {
    static std::string write(T* const& root) {
        std::vector<T*> queue;
        if (root) queue.push_back(root);
        for (size_t i = 0; i < queue.size() && queue.size() < 1000000; i++) if (queue[i]) { queue.push_back(queue[i]->left); queue.push_back(queue[i]->right); }
        while (!queue.empty() && !queue.back()) queue.pop_back();
        std::string out = "[";
        for (T* node : queue) { if (out.size() > 1) out += ','; out += node ? judge::write(node->val) : "null"; }
        return out + "]";
    }
    static T* read(const Json& json) {
        std::vector<T*> nodes;
        for (const Json& item : json.items) nodes.push_back(item.kind == Json::Null ? nullptr : new T(judge::read<std::decay_t<decltype(std::declval<T>().val)>>(item)));
        size_t next = 1;
        for (T* node : nodes) if (node) { if (next < nodes.size()) node->left = nodes[next++]; if (next < nodes.size()) node->right = nodes[next++]; }
        return nodes.empty() ? nullptr : nodes[0];
    }
};

#ifdef JUDGE_BOOST_ANY
template <> struct Codec<boost::any> {
    template <class T> static bool put(const boost::any& value, const char* type, std::string& out) {
        if (value.type() != typeid(T)) return false;
        out = "{\"" + std::string(type) + "\":" + judge::write(boost::any_cast<T>(value)) + "}";
        return true;
    }
    static std::string write(const boost::any& value) {
        std::string out;
        if (value.empty()) return "null";
        if (put<int>(value, "int", out) || put<double>(value, "double", out) || put<float>(value, "float", out) || put<long>(value, "long", out)
            || put<bool>(value, "bool", out) || put<char>(value, "char", out) || put<std::string>(value, "string", out)) return out;
        if (value.type() == typeid(const char*)) return "{\"text\":" + quote(boost::any_cast<const char*>(value)) + "}";
        return "{\"other\":0}";
    }
    static boost::any read(const Json& json) {
        if (json.names.empty()) return {};
        const std::string& type = json.names[0];
        const Json& item = json.items.at(0);
        if (type == "int") return judge::read<int>(item);
        if (type == "double") return judge::read<double>(item);
        if (type == "float") return judge::read<float>(item);
        if (type == "long") return judge::read<long>(item);
        if (type == "bool") return judge::read<bool>(item);
        if (type == "char") return judge::read<char>(item);
        if (type == "string") return judge::read<std::string>(item);
        if (type == "text") return static_cast<const char*>(strdup(item.text.c_str()));
        struct Other {};
        return Other{};
    }
};
#endif

inline void put(int descriptor, const std::string& data) {
    for (size_t at = 0; at < data.size();) {
        ssize_t done = ::write(descriptor, data.data() + at, data.size() - at);
        if (done <= 0) ::_exit(0);
        at += size_t(done);
    }
}
inline bool get(int descriptor, char* data, size_t count) {
    for (size_t at = 0; at < count;) {
        ssize_t done = ::read(descriptor, data + at, count - at);
        if (done <= 0) return false;
        at += size_t(done);
    }
    return true;
}
inline void send(const std::string& message) { uint32_t size = uint32_t(message.size()); put(5, std::string(reinterpret_cast<char*>(&size), 4) + message); }
inline bool receive(std::string& message) {
    uint32_t size;
    if (!get(4, reinterpret_cast<char*>(&size), 4) || size > (64u << 20)) return false;
    message.resize(size);
    return get(4, message.data(), size);
}

// A function is called on a stack that holds nonsense, the same for every call: an element that it never wrote is no zero by luck.
__attribute__((noinline)) inline void foul_stack() {
    unsigned char below[64 << 10];
    std::memset(below, 0xFE, sizeof below);
    asm volatile("" : : "r"(below) : "memory");
}

// A call with JSON arguments: [result, arguments afterwards].
template <class R, class... A, class F, size_t... I>
std::string call_with(F&& function, const Json& arguments, std::index_sequence<I...>) {
    if (arguments.items.size() != sizeof...(A)) throw std::runtime_error("the function takes another number of arguments");
    std::tuple<std::decay_t<A>...> values{judge::read<std::decay_t<A>>(arguments.items[I])...};
    std::string result = "null";
    foul_stack();
    if constexpr (std::is_void_v<R>) function(std::get<I>(values)...);
    else result = judge::write(function(std::get<I>(values)...));
    std::string out = "[" + result + ",[";
    ((out += (I ? "," : "") + judge::write(std::get<I>(values))), ...);
    return out + "]]";
}

using Callable = std::function<std::string(const Json&)>;
template <class R, class... A> Callable wrap(R (*function)(A...)) {
    return [function](const Json& arguments) { return call_with<R, A...>(function, arguments, std::index_sequence_for<A...>{}); };
}
template <class R, class C, class... A> Callable wrap(R (C::*method)(A...)) {
    return [method](const Json& arguments) {
        C object{};
        return call_with<R, A...>([&](A... values) -> R { return (object.*method)(std::forward<A>(values)...); }, arguments, std::index_sequence_for<A...>{});
    };
}
template <class R, class C, class... A> Callable wrap(R (C::*method)(A...) const) {
    return [method](const Json& arguments) {
        C object{};
        return call_with<R, A...>([&](A... values) -> R { return (object.*method)(std::forward<A>(values)...); }, arguments, std::index_sequence_for<A...>{});
    };
}

// One case of a `call` test: arguments on standard input; the result, or what an argument has become, on descriptor 3.
inline int run_call(const Callable& function, int position) {
    std::string input((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    try {
        Json answer = parse(input);
        std::string out = function(answer);
        Reader reader{out.data(), out.data() + out.size()};
        reader.take('[');
        const char* start = reader.at;
        reader.value();
        std::string result(start, reader.at);
        if (position >= 0) {
            reader.take(',');
            reader.take('[');
            for (int i = 0;; i++, reader.take(',')) { start = reader.at; reader.value(); if (i == position) break; }
            result.assign(start, reader.at);
        }
        std::cout.flush();
        put(3, "R" + result);
        ::_exit(0);
    } catch (const std::exception& error) {
        put(3, std::string("E") + error.what());
        ::_exit(1);
    } catch (...) {
        put(3, "Ean exception that is no std::exception");
        ::_exit(1);
    }
}

// The submission's side of its unit tests: answers until the tests end.
inline int serve(const std::map<std::string, Callable>& functions) {
    std::string message;
    while (receive(message)) {
        std::string reply;
        try {
            Json request = parse(message);
            reply = "{\"value\":" + functions.at(request.items.at(0).text)(request.items.at(1)) + "}";
        } catch (const std::exception& error) {
            reply = "{\"error\":" + quote(error.what()) + "}";
        } catch (...) {
            reply = "{\"error\":\"an exception\"}";
        }
        send(reply);
    }
    ::_exit(0);
}

// The tests' side: a stub asks for the function's result, of whatever type its signature says.
struct Gone : std::runtime_error { Gone() : std::runtime_error("the submission's process ended before the tests did") {} };
inline bool gone = false, asked = false, asking = false;
inline std::vector<std::string> ends;
struct Asking {
    Asking() { asking = true; }
    ~Asking() { asking = false; }
};
struct Reply {
    Json json;
    template <class T> operator T() const { Asking now; return judge::read<T>(json); }
};
template <class T> void take_back(T& argument, const Json& json) { argument = judge::read<T>(json); }
template <class T> void take_back(const T&, const Json&) {}
template <class... A> Reply ask(const char* name, A&... arguments) {
    Asking now;
    std::string list;
    ((list += (list.empty() ? "" : ",") + judge::write(arguments)), ...);
    asked = true;
    if (gone) throw Gone();
    std::string message;
    uint32_t size = 0;
    message = std::string("[") + quote(name) + ",[" + list + "]]";
    size = uint32_t(message.size());
    std::string frame = std::string(reinterpret_cast<char*>(&size), 4) + message;
    for (size_t at = 0; at < frame.size();) {
        ssize_t done = ::write(5, frame.data() + at, frame.size() - at);
        if (done <= 0) { gone = true; throw Gone(); }
        at += size_t(done);
    }
    if (!receive(message)) { gone = true; throw Gone(); }
    Json reply = parse(message);
    if (reply.names.empty() || reply.names[0] != "value") throw std::runtime_error("the submission threw: " + (reply.items.empty() ? std::string() : reply.items[0].text));
    const Json& value = reply.items.at(0);
    size_t index = 0;
    (take_back(arguments, value.items.at(1).items.at(index++)), ...);
    return Reply{value.items.at(0)};
}

template <class F> void test(F&& assertion) {
    try {
        bool holds = assertion();
        ends.push_back(gone ? "[\"gone\",\"the submission's process ended before the tests did\"]" : holds ? "null" : "[\"wrong\",\"an assertion failed\"]");
    } catch (const Gone& error) {
        ends.push_back(std::string("[\"gone\",") + quote(error.what()) + "]");
    } catch (const std::exception& error) {
        ends.push_back(std::string("[\"error\",") + quote(error.what()) + "]");
    } catch (...) {
        ends.push_back("[\"error\",\"an exception\"]");
    }
}

[[noreturn]] inline void report_ends() {
    if (ends.empty()) { put(3, "Dthe tests hold no assertion"); ::_exit(0); }
    std::string out = "T[";
    for (const std::string& end : ends) out += (out.size() > 2 ? "," : "") + end;
    put(3, out + "]");
    ::_exit(0);
}

// Whether they hold assertions that a right program meets: `assert(false)` is none.
inline bool has_assertions = false;

// The tests say how they ended by what they assert and throw, and by their exit code: it is their own process's.
[[noreturn]] inline void report_exit(int status) {
    if (gone && (ends.empty() || ends.back().rfind("[\"gone\"", 0))) ends.push_back("[\"gone\",\"the submission's process ended before the tests did\"]");
    if (status) ends.push_back("[\"wrong\",\"the tests ended with an exit code that is not 0\"]");
    else if (ends.empty() && asked) ends.push_back(has_assertions ? "[\"wrong\",\"no assertion of the tests was reached\"]" : "null");
    report_ends();
}

[[noreturn]] inline void report_exception() {
    try { throw; }
    catch (const Gone& error) { ends.push_back(std::string("[\"gone\",") + quote(error.what()) + "]"); }
    catch (const std::exception& error) { ends.push_back(std::string("[\"error\",") + quote(error.what()) + "]"); }
    catch (...) { ends.push_back("[\"error\",\"an exception\"]"); }
    report_ends();
}

inline void report_abort(int) { ends.push_back("[\"wrong\",\"the tests aborted\"]"); report_exit(0); }

// The tests used what they were given as if it were what they had expected. What broke may be the heap: nothing is allocated. A fault of ours is none of theirs.
inline void report_crash(int number) {
    if (asking || !asked) { std::signal(number, SIG_DFL); ::raise(number); return; }
    static const char end[] = "T[[\"error\",\"the tests crashed on what they were given\"]]";
    for (size_t at = 0; at < sizeof end - 1;) {
        ssize_t done = ::write(3, end + at, sizeof end - 1 - at);
        if (done <= 0) break;
        at += done;
    }
    ::_exit(0);
}

// The tests keep their main, which alone may end without a return; what it leaves is reported afterwards.
struct Run {
    explicit Run(bool asserts) {
        has_assertions = asserts;
        std::set_terminate(report_exception);
        std::signal(SIGABRT, report_abort);
        for (int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP}) std::signal(number, report_crash);
        ::on_exit([](int status, void*) { report_exit(status); }, nullptr);
    }
};

}  // namespace judge
