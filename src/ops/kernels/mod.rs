//! Loops over elements, written once for all ops of a kind.

mod along;
mod elementwise;
mod fresh;
mod places;
mod product;
mod reduce;
pub mod special;
mod sum;
mod unary;

pub use along::Along;
pub use elementwise::{Operand, Pair, accumulate_into, add_into, map, map_slice, map2};
pub use fresh::{
    check_int_bounds, dense_strides, drawn, fill_ints, fill_normal, fill_uniform, filled,
    filled_like, not_implemented, short_number, sizes, with_generator,
};
pub use places::{Places, kept};
pub use product::{add_product, batch_product, product};
pub use reduce::{Fold, Reduced, Rows, fold, reduced_dims, rows, spread};
pub use sum::Sum;
pub(crate) use unary::{comparison, step, unary};
