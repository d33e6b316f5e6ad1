import warnings, logging, sys
warnings.filterwarnings("ignore")
warnings.warn("silenced")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("seen", UserWarning)
    print(len(w), w[0].message, w[0].category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("as error", DeprecationWarning)
    except DeprecationWarning as e: print("raised", e)
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("train")
log.debug("hidden"); log.info("epoch %d loss %.3f", 1, 0.25); log.warning("careful"); log.error("bad %s", "thing"); logging.info("root")
log.setLevel(logging.DEBUG); log.debug("now seen"); print(log.name, log.level, logging.getLevelName(30), log.isEnabledFor(10))
