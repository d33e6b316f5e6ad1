import hashlib
import zlib
import gzip
import uuid
import array

print(hashlib.md5(b'abc').hexdigest(), hashlib.sha256('héllo'.encode()).hexdigest())
h = hashlib.sha1()
h.update(b'a')
h.update(b'b')
print(h.hexdigest(), h.digest_size, h.name, hashlib.new('sha512', b'x').hexdigest()[:20])
d = b'hello hello hello hello' * 20
c = zlib.compress(d)
print(zlib.decompress(c) == d, zlib.crc32(d), zlib.adler32(d))
try:
    zlib.decompress(b'nope')
except zlib.error as e:
    print(e)
print(gzip.decompress(gzip.compress(d)) == d)
with gzip.open('a.gz', 'wt') as f:
    f.write('line 1\nline 2\n')
with gzip.open('a.gz', 'rt') as f:
    print(f.read().splitlines())
u = uuid.UUID('12345678123456781234567812345678')
print(u, repr(u), u.hex, u.int, u.version, uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'))
print(len(str(uuid.uuid4())), uuid.uuid4().version)
a = array.array('i', [1, 2, 3])
a.append(4)
print(a, a[1:3], sum(a), a.itemsize, a.tolist(), a.tobytes())
try:
    a.append(1.5)
except TypeError as e:
    print(e)
