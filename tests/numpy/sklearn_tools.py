import numpy as np
from sklearn.datasets import load_iris
from sklearn.metrics import accuracy_score, confusion_matrix, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

X, y = load_iris(return_X_y=True)
for options in ({"random_state": 0}, {"test_size": 0.2, "random_state": 42}, {"test_size": 30, "stratify": y, "random_state": 1}, {"shuffle": False}):
    X_train, X_test, y_train, y_test = train_test_split(X, y, **options)
    print(X_train.shape, X_test.shape, y_train[:10], y_test[:10], X_test[0], np.bincount(y_test))
print(train_test_split([1, 2, 3, 4, 5], test_size=2, random_state=0))
scaler = StandardScaler()
Z = scaler.fit_transform(X)
print(scaler, scaler.mean_, scaler.scale_, Z[0], Z.mean(0).round(6) + 0.0, Z.std(0), scaler.inverse_transform(Z)[0])
print(MinMaxScaler().fit_transform(X)[[0, 100]])
p = np.where(y == 2, 1, y)
print(accuracy_score(y, p), confusion_matrix(y, p), mean_squared_error(y, p), r2_score(y, p))
