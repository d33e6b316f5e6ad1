import statistics as st
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data), st.fmean(data), st.median_low(data), st.median_high(data), st.multimode([1, 1, 2, 2]), st.quantiles(data, n=4), st.harmonic_mean([1, 2]), st.geometric_mean([1, 4]))
print(st.mean([1.5, 2.5]), st.mean([1, 2]), st.median([1, 3]), st.median([5]), st.stdev([1.0, 2.0]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 6]))
for f in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([])):
    try: f()
    except st.StatisticsError as e: print(e)
