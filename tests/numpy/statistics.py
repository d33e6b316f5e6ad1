import numpy as np

a = np.array([3.0, 1.0, 2.0, 5.0, 4.0]); m = np.arange(6.0).reshape(2, 3)
print(np.percentile(a, 25), np.percentile(a, [0, 50, 90]), np.quantile(a, 0.3), np.median([1, 2, 3, 4]), np.average([1, 2, 3], weights=[3, 2, 1]))
print(np.cov(m), np.corrcoef([1, 2, 3], [1, 2, 4]), np.histogram([1, 2, 1, 4], bins=3), np.histogram(a, bins=[0, 2, 4, 6]), np.bincount([0, 1, 1, 3]))
print(np.percentile(m, 50, axis=0), np.bincount([0, 1, 1], weights=[0.5, 1, 1]), np.histogram(a, 2, density=True), np.digitize([0.5, 2.5], [0, 1, 2, 3]))
print(np.nanmean([1, np.nan, 3]), np.nansum([1, np.nan]), np.nanmax([np.nan, 2]), np.nanstd([1.0, np.nan, 3.0]), np.count_nonzero([0, 1, 2]))
