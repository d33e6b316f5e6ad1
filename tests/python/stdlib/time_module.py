import time
t0 = time.time(); p0 = time.perf_counter()
time.sleep(0.01)
print(time.time() >= t0, time.perf_counter() - p0 >= 0, type(time.time()).__name__, type(time.time_ns()).__name__, time.monotonic() > 0, time.process_time() >= 0)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(86400 * 365).tm_year, time.gmtime(0).tm_wday, time.gmtime(1e9)[:6], len(time.strftime("%H:%M:%S")))
print(time.strftime("%a %b %d %j %p %I %y %%", time.gmtime(1700000000)))
