import numpy as np
for a in [np.array([np.nan,1.0]), np.array([np.inf,-np.inf,1.25]), np.array([np.nan]), np.array([np.inf,1e10]), np.array([np.nan, 1e-10, -1]), np.array([-np.inf,2])]:
    print(repr(a), a)
