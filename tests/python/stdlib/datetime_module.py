from datetime import datetime, date, timedelta, time, timezone
d = date(2024, 2, 28); dt = datetime(2024, 5, 17, 9, 5, 3, 120)
print(d, repr(d), d + timedelta(days=2), d.weekday(), d.isoformat(), d.strftime("%d/%m/%y"), d.replace(day=1), d < date(2024, 3, 1), (date(2024, 12, 25) - d).days, d.year, d.isoweekday(), d.toordinal(), d.ctime())
print(dt, repr(dt), dt.date(), dt.time(), dt.strftime("%Y-%m-%d %H:%M:%S.%f %A %B %I %p %j"), dt.isoformat(), dt + timedelta(hours=20), dt.timestamp() > 0, datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05"), f"{dt:%H:%M}")
t = timedelta(days=1, hours=2, minutes=30, seconds=15, milliseconds=5); print(t, repr(t), t.total_seconds(), t * 2, -t, t / 2, t.days, t.seconds, timedelta(seconds=3661), timedelta(0), t > timedelta(1), abs(timedelta(-1)), timedelta(-1))
print(time(1, 2, 3), isinstance(datetime.now(), datetime), datetime(2024, 1, 1) - datetime(2023, 1, 1), datetime.combine(d, time(5)), date.fromisoformat("2020-02-29"), datetime(2024, 1, 1, tzinfo=timezone.utc), datetime.min, date.max)
for f in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: datetime.strptime("x", "%Y")):
    try: f()
    except ValueError as e: print(e)
