//! `_random`: CPython's Mersenne Twister (MT19937), seeded and drawn from exactly as `random.Random` does.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};

use crate::lang::native::{ClassBuilder, ModuleBuilder};
use crate::lang::objects::{Instance, Layout, Module};
use crate::lang::types::arguments::{index, int};
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, Vm, type_error, value_error};

const N: usize = 624;
const M: usize = 397;

/// The generator's 624 words and how many of them were given out.
struct Twister {
    words: [u32; N],
    at: usize,
}

impl Twister {
    fn new() -> Twister {
        let mut twister = Twister {
            words: [0; N],
            at: N,
        };
        twister.seed_word(19_650_218);
        twister
    }

    fn seed_word(&mut self, seed: u32) {
        self.words[0] = seed;
        for i in 1..N {
            let before = self.words[i - 1];
            self.words[i] = 1_812_433_253u32
                .wrapping_mul(before ^ (before >> 30))
                .wrapping_add(i as u32);
        }
        self.at = N;
    }

    /// `init_by_array`
    fn seed(&mut self, key: &[u32]) {
        self.seed_word(19_650_218);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let before = self.words[i - 1];
            self.words[i] = (self.words[i] ^ (before ^ (before >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let before = self.words[i - 1];
            self.words[i] = (self.words[i] ^ (before ^ (before >> 30)).wrapping_mul(1_566_083_941))
                .wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                self.words[0] = self.words[N - 1];
                i = 1;
            }
        }
        self.words[0] = 0x8000_0000;
    }

    fn word(&mut self) -> u32 {
        if self.at >= N {
            for k in 0..N {
                let y = (self.words[k] & 0x8000_0000) | (self.words[(k + 1) % N] & 0x7fff_ffff);
                self.words[k] =
                    self.words[(k + M) % N] ^ (y >> 1) ^ if y & 1 == 1 { 0x9908_b0df } else { 0 };
            }
            self.at = 0;
        }
        let mut y = self.words[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// 53 random bits as a float in [0, 1).
    fn float(&mut self) -> f64 {
        let (a, b) = (self.word() >> 5, self.word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    fn bits(&mut self, count: u64) -> BigInt {
        if count == 0 {
            return BigInt::ZERO;
        }
        if count <= 32 {
            return BigInt::from(self.word() >> (32 - count));
        }
        let mut left = count;
        let mut words = Vec::with_capacity(count.div_ceil(32) as usize);
        while left > 0 {
            let word = self.word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigInt::new(Sign::Plus, words)
    }
}

pub fn module(vm: &Vm) -> Rc<Module> {
    let class = ClassBuilder::new("Random", "_random")
        .layout(Layout::Native)
        .static_method("__new__", "(cls, /)", |_, args| match &args[0] {
            Value::Class(class) => Ok(Instance::native_of(class, RefCell::new(Twister::new()))),
            _ => Err(type_error("Random.__new__(X): X is not a type object")),
        })
        .method("seed_int", "(self, n, /)", |vm, args| {
            let key = match index(vm, &args[1])? {
                Value::Int(n) => BigInt::from(n.unsigned_abs()),
                Value::BigInt(big) => BigInt::from(big.magnitude().clone()),
                _ => BigInt::ZERO,
            };
            twister(&args[0])?.borrow_mut().seed(&words_of(&key));
            Ok(Value::None)
        })
        .method("seed_text", "(self, text, /)", |vm, args| {
            let text = bytes_of(vm, &args[1])?;
            let mut bytes = text.clone();
            bytes.extend(sha512(&text));
            let key = BigInt::from_bytes_be(Sign::Plus, &bytes);
            twister(&args[0])?.borrow_mut().seed(&words_of(&key));
            Ok(Value::None)
        })
        .method("random", "(self, /)", |_, args| {
            Ok(twister(&args[0])?.borrow_mut().float().into())
        })
        .method("getrandbits", "(self, k, /)", |vm, args| {
            let count = u64::try_from(int(vm, &args[1])?)
                .map_err(|_| value_error("number of bits must be non-negative"))?;
            vm.charge(count as usize / 8)?;
            Ok(Value::big(twister(&args[0])?.borrow_mut().bits(count)))
        })
        .method("getstate", "(self, /)", |_, args| {
            let twister = twister(&args[0])?.borrow();
            let words = twister.words.iter().map(|&word| Value::Int(word.into()));
            Ok(Value::tuple(words.chain([Value::Int(twister.at as i64)])))
        })
        .method("setstate", "(self, state, /)", |vm, args| {
            let state = vm.items_of(&args[1])?;
            if state.len() != N + 1 {
                return Err(value_error("state vector is the wrong size"));
            }
            let mut words = [0; N];
            for (word, value) in words.iter_mut().zip(&state) {
                *word = int(vm, value)? as u32;
            }
            let at = usize::try_from(int(vm, &state[N])?)
                .ok()
                .filter(|&at| at <= N);
            let at = at.ok_or_else(|| value_error("invalid state"))?;
            *twister(&args[0])?.borrow_mut() = Twister { words, at };
            Ok(Value::None)
        })
        .build(vm);
    ModuleBuilder::new("_random").class(&class).build()
}

fn twister(value: &Value) -> PyResult<&RefCell<Twister>> {
    value
        .native::<RefCell<Twister>>()
        .ok_or_else(|| type_error("descriptor requires a '_random.Random' object"))
}

/// The key of a seed: its 32-bit words, the lowest first, at least one.
fn words_of(key: &BigInt) -> Vec<u32> {
    let words = key.to_u32_digits().1;
    if words.is_empty() { vec![0] } else { words }
}

/// SHA-512, which CPython mixes into seeds that are text.
fn sha512(data: &[u8]) -> [u8; 64] {
    let constants = sha512_constants();
    let mut state: [u64; 8] = [
        0x6a09e667f3bcc908,
        0xbb67ae8584caa73b,
        0x3c6ef372fe94f82b,
        0xa54ff53a5f1d36f1,
        0x510e527fade682d1,
        0x9b05688c2b3e6c1f,
        0x1f83d9abfb41bd6b,
        0x5be0cd19137e2179,
    ];
    let mut message = data.to_vec();
    message.push(0x80);
    while message.len() % 128 != 112 {
        message.push(0);
    }
    message.extend((data.len() as u128 * 8).to_be_bytes());
    for block in message.chunks_exact(128) {
        let mut w = [0u64; 80];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(8)) {
            *word = u64::from_be_bytes(bytes.try_into().unwrap_or_default());
        }
        for i in 16..80 {
            let s0 = w[i - 15].rotate_right(1) ^ w[i - 15].rotate_right(8) ^ (w[i - 15] >> 7);
            let s1 = w[i - 2].rotate_right(19) ^ w[i - 2].rotate_right(61) ^ (w[i - 2] >> 6);
            w[i] = w[i - 16]
                .wrapping_add(s0)
                .wrapping_add(w[i - 7])
                .wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for i in 0..80 {
            let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let choice = (e & f) ^ (!e & g);
            let t1 = h
                .wrapping_add(s1)
                .wrapping_add(choice)
                .wrapping_add(constants[i])
                .wrapping_add(w[i]);
            let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
            let t2 = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (word, add) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *word = word.wrapping_add(add);
        }
    }
    let mut out = [0; 64];
    for (bytes, word) in out.chunks_exact_mut(8).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}

/// The first 64 bits of the fractions of the cube roots of the first 80 primes.
fn sha512_constants() -> [u64; 80] {
    let mut primes = (2u32..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    std::array::from_fn(|_| {
        let prime = primes.next().unwrap_or(2);
        // floor(cbrt(p) * 2^64) modulo 2^64
        let root = (BigInt::from(prime) << 192usize).nth_root(3);
        root.iter_u64_digits().next().unwrap_or(0)
    })
}
