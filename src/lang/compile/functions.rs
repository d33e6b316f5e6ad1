//! Functions, lambdas, comprehensions and classes: code inside code.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Comprehension, Decorator, Expr, Parameters};
use ruff_text_size::{Ranged, TextRange};

use super::{CodeKind, Compiled, Params, Unit};
use crate::lang::Value;
use crate::lang::code::{Code, Op};
use crate::lang::objects::intern;

const DEFAULTS: u32 = 1;
const KEYWORD_DEFAULTS: u32 = 2;
const ANNOTATIONS: u32 = 4;
const CLOSURE: u32 = 8;

impl<'a> Unit<'a> {
    pub fn function_statement(&mut self, function: &'a ast::StmtFunctionDef) -> Compiled {
        self.decorators(&function.decorator_list)?;
        let place = self.header(
            function.range(),
            &function.decorator_list,
            function.name.range(),
        );
        let mut bits = self.defaults(&function.parameters)?;
        bits |= self.annotations(function)?;
        let scope = self.scopes.at(function.range());
        let mut unit = self.inner(scope, &function.name, CodeKind::Function);
        unit.parameters(&function.parameters);
        unit.body_with_doc(&function.body)?;
        let first = function.decorator_list.first().map_or(place, |decorator| {
            self.asm.line_of(decorator.range().start().to_u32())
        });
        self.make_function(unit.finish(first, function.range()), bits);
        self.apply_decorators(&function.decorator_list);
        self.store_name(&function.name);
        Ok(())
    }

    /// Stands on the line of `def` or `class`, which is below the decorators. Returns that line.
    fn header(&mut self, range: TextRange, decorators: &[Decorator], name: TextRange) -> u32 {
        self.asm.at(range);
        if !decorators.is_empty() {
            self.asm.on_line_of(name.start().to_u32());
        }
        self.asm.current_line()
    }

    fn decorators(&mut self, decorators: &'a [Decorator]) -> Compiled {
        decorators
            .iter()
            .try_for_each(|decorator| self.expression(&decorator.expression))
    }

    fn apply_decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            let place = self.asm.at(decorator.expression.range());
            self.asm.emit(Op::Call(1));
            self.asm.back_to(place);
        }
    }

    pub fn lambda(&mut self, lambda: &'a ast::ExprLambda) -> Compiled {
        let bits = match &lambda.parameters {
            Some(parameters) => self.defaults(parameters)?,
            None => 0,
        };
        let scope = self.scopes.at(lambda.range());
        let mut unit = self.inner(scope, "<lambda>", CodeKind::Lambda);
        match &lambda.parameters {
            Some(parameters) => unit.parameters(parameters),
            None => unit.locals = unit.scopes.get(scope).plain_locals(),
        }
        unit.asm.at(lambda.body.range());
        unit.expression(&lambda.body)?;
        unit.asm.emit(Op::Return);
        let line = self.asm.line_of(lambda.range().start().to_u32());
        self.make_function(unit.finish(line, lambda.range()), bits);
        Ok(())
    }

    /// The unit of a function in this one.
    fn inner(&self, scope: usize, name: &str, kind: CodeKind) -> Unit<'a> {
        let qualname = match self.kind {
            CodeKind::Module | CodeKind::Snippet => name.to_string(),
            CodeKind::Class => format!("{}.{name}", self.qualname),
            _ => format!("{}.<locals>.{name}", self.qualname),
        };
        Unit::new(self.file, self.scopes, scope, name, &qualname, kind)
    }

    fn parameters(&mut self, parameters: &'a Parameters) {
        self.params = Params {
            positional: (parameters.posonlyargs.len() + parameters.args.len()) as u32,
            positional_only: parameters.posonlyargs.len() as u32,
            keyword_only: parameters.kwonlyargs.len() as u32,
            var_positional: parameters.vararg.is_some(),
            var_keyword: parameters.kwarg.is_some(),
        };
        let named = parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .chain(&parameters.kwonlyargs);
        let mut locals: Vec<String> = named
            .map(|param| self.mangled(&param.parameter.name))
            .collect();
        locals.extend(
            parameters
                .vararg
                .iter()
                .chain(&parameters.kwarg)
                .map(|param| self.mangled(&param.name)),
        );
        locals.extend(self.scopes.get(self.scope).plain_locals());
        self.locals = locals;
    }

    /// Pushes the defaults: a tuple of the positional ones, a dict of the keyword-only ones.
    fn defaults(&mut self, parameters: &'a Parameters) -> Compiled<u32> {
        let mut bits = 0;
        let mut count = 0;
        for default in parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .filter_map(|param| param.default.as_deref())
        {
            self.expression(default)?;
            count += 1;
        }
        if count > 0 {
            self.asm.emit(Op::BuildTuple(count));
            bits |= DEFAULTS;
        }
        let mut count = 0;
        for param in &parameters.kwonlyargs {
            if let Some(default) = &param.default {
                let name = self.mangled(&param.parameter.name);
                self.constant(Value::Str(intern(&name)));
                self.expression(default)?;
                count += 1;
            }
        }
        if count > 0 {
            self.asm.emit(Op::BuildDict(count));
            bits |= KEYWORD_DEFAULTS;
        }
        Ok(bits)
    }

    fn annotations(&mut self, function: &'a ast::StmtFunctionDef) -> Compiled<u32> {
        let mut count = 0;
        let parameters = function
            .parameters
            .iter()
            .filter_map(|param| Some((param.name().as_str(), param.annotation()?)));
        let returns = function
            .returns
            .iter()
            .map(|returns| ("return", &**returns));
        for (name, annotation) in parameters.chain(returns) {
            self.constant(Value::Str(intern(name)));
            self.annotation(annotation)?;
            count += 1;
        }
        if count == 0 {
            return Ok(0);
        }
        self.asm.emit(Op::BuildDict(count));
        Ok(ANNOTATIONS)
    }

    /// The value of an annotation.
    pub fn annotation(&mut self, annotation: &'a Expr) -> Compiled {
        match annotation {
            Expr::Starred(starred) => self.expression(&starred.value),
            _ => self.expression(annotation),
        }
    }

    fn make_function(&mut self, code: Code, mut bits: u32) {
        if !code.free.is_empty() {
            for name in &code.free {
                let slot = self.cell_slot(name);
                self.asm.emit(Op::PushCell(slot));
            }
            self.asm.emit(Op::BuildTuple(code.free.len() as u32));
            bits |= CLOSURE;
        }
        self.constant(Value::Code(Rc::new(code)));
        self.asm.emit(Op::MakeFunction(bits));
    }

    pub fn comprehension(
        &mut self,
        expr: &'a Expr,
        name: &str,
        generators: &'a [Comprehension],
        elements: &[&'a Expr],
    ) -> Compiled {
        let scope = self.scopes.at(expr.range());
        let mut unit = self.inner(scope, name, CodeKind::Comprehension);
        unit.params.positional = 1;
        unit.locals = std::iter::once(".0".to_string())
            .chain(unit.scopes.get(scope).plain_locals())
            .collect();
        unit.asm.at(expr.range());
        match name {
            "<listcomp>" => unit.asm.emit(Op::BuildList(0)),
            "<setcomp>" => unit.asm.emit(Op::BuildSet(0)),
            "<dictcomp>" => unit.asm.emit(Op::BuildDict(0)),
            _ => {}
        }
        unit.generator_loop(expr, name, generators, 0, elements)?;
        unit.asm.at(expr.range());
        if name == "<genexpr>" {
            unit.asm.no_line();
            unit.asm.emit(Op::None);
        }
        unit.asm.emit(Op::Return);
        let line = self.asm.line_of(expr.range().start().to_u32());
        self.make_function(unit.finish(line, expr.range()), 0);
        if let Some(first) = generators.first() {
            self.expression(&first.iter)?;
            self.asm.at(expr.range());
            self.asm.emit(Op::GetIter);
        }
        self.asm.emit(Op::Call(1));
        Ok(())
    }

    fn generator_loop(
        &mut self,
        expr: &'a Expr,
        name: &str,
        generators: &'a [Comprehension],
        index: usize,
        elements: &[&'a Expr],
    ) -> Compiled {
        let Some(generator) = generators.get(index) else {
            for element in elements {
                self.expression(element)?;
            }
            let depth = generators.len() as u32 + 1;
            self.asm.at(elements
                .first()
                .map_or(expr.range(), |element| element.range()));
            match name {
                "<listcomp>" => self.asm.emit(Op::ListAppend(depth)),
                "<setcomp>" => self.asm.emit(Op::SetAdd(depth)),
                "<dictcomp>" => self.asm.emit(Op::DictAdd(depth)),
                _ => {
                    self.asm.emit(Op::Yield);
                    self.asm.emit(Op::Pop);
                }
            }
            return Ok(());
        };
        let (head, end) = (self.asm.label(), self.asm.label());
        self.asm.at(expr.range());
        if index == 0 {
            self.asm.emit(Op::LoadFast(0));
        } else {
            self.expression(&generator.iter)?;
            self.asm.at(expr.range());
            self.asm.emit(Op::GetIter);
        }
        self.asm.place(head);
        self.asm.at(expr.range());
        self.asm.emit(Op::ForIter(end.0));
        self.asm.at(generator.target.range());
        self.store(&generator.target)?;
        for condition in &generator.ifs {
            self.asm.at(condition.range());
            self.jump_if(condition, head, false)?;
        }
        self.generator_loop(expr, name, generators, index + 1, elements)?;
        self.asm.emit(Op::JumpBack(head.0));
        self.asm.place(end);
        Ok(())
    }

    pub fn class_statement(&mut self, class: &'a ast::StmtClassDef) -> Compiled {
        self.decorators(&class.decorator_list)?;
        let first = self.header(class.range(), &class.decorator_list, class.name.range());
        self.asm.emit(Op::LoadBuildClass);
        let scope = self.scopes.at(class.range());
        let mut unit = self.inner(scope, &class.name, CodeKind::Class);
        unit.asm.at(class.range());
        unit.asm.on_line_of(class.name.range().start().to_u32());
        unit.load_name("__name__");
        unit.store_name("__module__");
        let qualname = Value::Str(intern(&unit.qualname));
        unit.constant(qualname);
        unit.store_name("__qualname__");
        unit.class_body(&class.body)?;
        let first = class.decorator_list.first().map_or(first, |decorator| {
            self.asm.line_of(decorator.range().start().to_u32())
        });
        self.make_function(unit.finish(first, class.range()), 0);
        self.constant(Value::Str(intern(&class.name)));
        let (args, keywords): (&[Expr], &[ast::Keyword]) = match &class.arguments {
            Some(arguments) => (&arguments.args, &arguments.keywords),
            None => (&[], &[]),
        };
        let spread = args.iter().any(|arg| matches!(arg, Expr::Starred(_)))
            || keywords.iter().any(|keyword| keyword.arg.is_none());
        if spread {
            self.spread_arguments(args, keywords, 2)?;
            self.asm.emit(Op::CallSpread {
                has_names: !keywords.is_empty(),
            });
        } else {
            for arg in args {
                self.expression(arg)?;
            }
            for keyword in keywords {
                self.expression(&keyword.value)?;
            }
            let count = (2 + args.len() + keywords.len()) as u32;
            if keywords.is_empty() {
                self.asm.emit(Op::Call(count));
            } else {
                let names = self
                    .asm
                    .call_names(keywords.iter().filter_map(|keyword| keyword.arg.as_deref()));
                self.asm.emit(Op::CallNamed { names, count });
            }
        }
        self.apply_decorators(&class.decorator_list);
        self.store_name(&class.name);
        Ok(())
    }

    /// The body of a class returns its `__class__` cell if methods use it.
    fn class_body(&mut self, body: &'a [ast::Stmt]) -> Compiled {
        self.body_with_doc(body)?;
        if self.cells.iter().any(|cell| cell == "__class__") {
            // In place of the `return None` that body_with_doc ended with.
            let slot = self.cell_slot("__class__");
            let count = self.asm.ops.len();
            self.asm.ops[count - 2] = Op::PushCell(slot);
        }
        Ok(())
    }
}
