#include "glpk_solve.h"
#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Lives on the heap: the values survive a longjmp.
typedef struct {
  jmp_buf escape;
  const glpk_options *options;
  const glpk_model *model;
  int32_t nodes;
  int node_limit_reached;
  int incumbent_given;
  double best_bound;
  char last_text[256];
} session;

enum { ESCAPE_FAULT = 1, ESCAPE_CANCELLED = 2 };

static void poll_caller(session *s) {
  if (s->options->poll && s->options->poll(s->options->context) == GLPK_STOP) longjmp(s->escape, ESCAPE_CANCELLED);
}

// GLPK prints its progress every few iterations: the only place where the root simplex can be left.
static int on_text(void *info, const char *text) {
  session *s = info;
  if (glp_at_error()) {
    size_t used = strlen(s->last_text);
    strncat(s->last_text, text, sizeof s->last_text - 1 - used);
  } else {
    poll_caller(s);
  }
  return 1;
}

static void on_error(void *info) { longjmp(((session *)info)->escape, ESCAPE_FAULT); }

static void give_incumbent(session *s, glp_tree *tree) {
  int columns = s->model->columns;
  double *point = glp_alloc(columns + 1, sizeof(double));
  for (int j = 0; j < columns; j++) point[j + 1] = s->options->incumbent[j];
  glp_ios_heur_sol(tree, point);
  glp_free(point);
}

static void on_tree(glp_tree *tree, void *info) {
  session *s = info;
  poll_caller(s);
  int active = 0, alive = 0, total = 0;
  glp_ios_tree_size(tree, &active, &alive, &total);
  s->nodes = total;
  int best = glp_ios_best_node(tree);
  if (best) s->best_bound = glp_ios_node_bound(tree, best);
  if (glp_ios_reason(tree) == GLP_IHEUR && s->options->incumbent && !s->incumbent_given) {
    s->incumbent_given = 1;
    give_incumbent(s, tree);
  }
  if (s->options->node_limit > 0 && total > s->options->node_limit) {
    s->node_limit_reached = 1;
    glp_ios_terminate(tree);
  }
}

static int bound_type(double lower, double upper) {
  if (isinf(lower) && isinf(upper)) return GLP_FR;
  if (isinf(upper)) return GLP_LO;
  if (isinf(lower)) return GLP_UP;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void load(glp_prob *problem, const glpk_model *m) {
  glp_set_obj_dir(problem, GLP_MIN);
  if (m->rows > 0) glp_add_rows(problem, m->rows);
  if (m->columns > 0) glp_add_cols(problem, m->columns);
  for (int j = 0; j < m->columns; j++) {
    double lower = m->column_lower[j], upper = m->column_upper[j];
    if (m->is_integer[j]) {
      // GLPK refuses fractional bounds on integer columns: round inwards.
      glp_set_col_kind(problem, j + 1, GLP_IV);
      lower = ceil(lower - 1e-9);
      upper = floor(upper + 1e-9);
    }
    glp_set_col_bnds(problem, j + 1, bound_type(lower, upper), lower, upper);
    glp_set_obj_coef(problem, j + 1, m->objective[j]);
    if (m->column_names) glp_set_col_name(problem, j + 1, m->column_names[j]);
  }
  for (int i = 0; i < m->rows; i++) {
    glp_set_row_bnds(problem, i + 1, bound_type(m->row_lower[i], m->row_upper[i]), m->row_lower[i], m->row_upper[i]);
    if (m->row_names) glp_set_row_name(problem, i + 1, m->row_names[i]);
  }
  int n = m->nonzeros;
  int *ia = glp_alloc(n + 1, sizeof(int)), *ja = glp_alloc(n + 1, sizeof(int));
  double *ar = glp_alloc(n + 1, sizeof(double));
  for (int k = 0; k < n; k++) {
    ia[k + 1] = m->row_index[k] + 1;
    ja[k + 1] = m->column_index[k] + 1;
    ar[k + 1] = m->value[k];
  }
  glp_load_matrix(problem, n, ia, ja, ar);
  glp_free(ia);
  glp_free(ja);
  glp_free(ar);
}

static void set_basis(glp_prob *problem, const glpk_model *m, const glpk_options *o) {
  if (!o->row_basis || !o->column_basis) return;
  for (int i = 0; i < m->rows; i++) glp_set_row_stat(problem, i + 1, o->row_basis[i]);
  for (int j = 0; j < m->columns; j++) glp_set_col_stat(problem, j + 1, o->column_basis[j]);
}

// Returns 1 where the linear relaxation is solved to optimality.
static int solve_linear(glp_prob *problem, const session *s, glpk_result *result) {
  glp_smcp control;
  glp_init_smcp(&control);
  control.msg_lev = GLP_MSG_ALL;
  control.out_frq = 50;
  control.out_dly = 0;
  control.meth = GLP_PRIMAL;
  if (s->options->time_limit_milliseconds > 0) control.tm_lim = s->options->time_limit_milliseconds;
  if (s->options->iteration_limit > 0) control.it_lim = s->options->iteration_limit;
  glp_scale_prob(problem, GLP_SF_AUTO);
  set_basis(problem, s->model, s->options);
  int code = glp_simplex(problem, &control);
  if (code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL || code == GLP_EBADB) {
    // A numerically hopeless basis: once more from the slack basis.
    glp_std_basis(problem);
    code = glp_simplex(problem, &control);
  }
  result->iterations = glp_get_it_cnt(problem);
  int status = glp_get_status(problem);
  if (code == GLP_EBOUND || status == GLP_NOFEAS) {
    result->status = GLPK_INFEASIBLE;
  } else if (code == 0 && status == GLP_UNBND) {
    result->status = GLPK_UNBOUNDED;
  } else if (code == 0 && status == GLP_OPT) {
    result->status = GLPK_OPTIMAL;
  } else if (code == 0 || code == GLP_ETMLIM || code == GLP_EITLIM) {
    result->status = glp_get_prim_stat(problem) == GLP_FEAS ? GLPK_FEASIBLE : GLPK_NO_POINT;
  } else {
    result->status = GLPK_FAULT;
    strncpy(result->message, "the simplex method failed on a numerically difficult basis", sizeof result->message - 1);
  }
  return result->status == GLPK_OPTIMAL;
}

static void read_linear(glp_prob *problem, const glpk_model *m, glpk_result *result) {
  result->objective = glp_get_obj_val(problem);
  if (result->status == GLPK_OPTIMAL) result->bound = result->objective;
  for (int j = 0; j < m->columns; j++) {
    result->values[j] = glp_get_col_prim(problem, j + 1);
    if (result->reduced_costs) result->reduced_costs[j] = glp_get_col_dual(problem, j + 1);
  }
  if (result->row_duals)
    for (int i = 0; i < m->rows; i++) result->row_duals[i] = glp_get_row_dual(problem, i + 1);
  if (result->row_basis)
    for (int i = 0; i < m->rows; i++) result->row_basis[i] = glp_get_row_stat(problem, i + 1);
  if (result->column_basis)
    for (int j = 0; j < m->columns; j++) result->column_basis[j] = glp_get_col_stat(problem, j + 1);
}

static void solve_integer(glp_prob *problem, session *s, glpk_result *result) {
  double root_bound = glp_get_obj_val(problem);
  glp_iocp control;
  glp_init_iocp(&control);
  control.msg_lev = GLP_MSG_ALL;
  control.out_frq = 50;
  control.out_dly = 0;
  control.mip_gap = s->options->relative_gap;
  if (s->options->cuts) control.mir_cuts = GLP_ON;
  if (s->options->time_limit_milliseconds > 0) control.tm_lim = s->options->time_limit_milliseconds;
  control.cb_func = on_tree;
  control.cb_info = s;
  s->best_bound = root_bound;
  int code = glp_intopt(problem, &control);
  int status = glp_mip_status(problem);
  result->nodes = s->nodes;
  if (code == 0 && status == GLP_NOFEAS) {
    result->status = GLPK_INFEASIBLE;
    return;
  }
  if (code == GLP_EFAIL) {
    result->status = GLPK_FAULT;
    strncpy(result->message, "the search tree failed", sizeof result->message - 1);
    return;
  }
  result->bound = s->best_bound;
  if (status != GLP_OPT && status != GLP_FEAS) {
    result->status = GLPK_NO_POINT;
    return;
  }
  int proved = code == 0 && status == GLP_OPT && !s->node_limit_reached && s->options->relative_gap <= 0;
  result->status = proved ? GLPK_OPTIMAL : GLPK_FEASIBLE;
  result->objective = glp_mip_obj_val(problem);
  if (proved) result->bound = result->objective;
  for (int j = 0; j < s->model->columns; j++) result->values[j] = glp_mip_col_val(problem, j + 1);
}

static void solve(session *s, glpk_result *result) {
  const glpk_model *m = s->model;
  glp_prob *problem = glp_create_prob();
  load(problem, m);
  int integers = 0;
  for (int j = 0; j < m->columns; j++) integers |= m->is_integer[j];
  int solved = solve_linear(problem, s, result);
  if (!integers || s->options->relax_integers) {
    if (result->status == GLPK_OPTIMAL || result->status == GLPK_FEASIBLE) read_linear(problem, m, result);
  } else if (solved) {
    solve_integer(problem, s, result);
  } else if (result->status == GLPK_FEASIBLE) {
    result->status = GLPK_NO_POINT;   // the relaxation stopped at a limit: no integer point yet
  }
  glp_delete_prob(problem);
}

static session *open_session(const glpk_model *model, const glpk_options *options) {
  session *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->model = model;
  s->options = options;
  s->best_bound = NAN;
  return s;
}

static void close_session(session *s) {
  glp_error_hook(NULL, NULL);
  glp_term_hook(NULL, NULL);
  glp_free_env();   // frees every block of this thread, whatever was left by an escape
  free(s);
}

void glpk_solve_model(const glpk_model *model, const glpk_options *options, glpk_result *result) {
  result->objective = result->bound = NAN;
  result->iterations = result->nodes = 0;
  result->message[0] = 0;
  result->status = GLPK_FAULT;
  session *s = open_session(model, options);
  if (!s) {
    result->status = GLPK_OUT_OF_MEMORY;
    return;
  }
  int escape = setjmp(s->escape);
  if (escape == 0) {
    glp_init_env();
    glp_term_hook(on_text, s);
    glp_error_hook(on_error, s);
    if (options->memory_limit_megabytes > 0) glp_mem_limit(options->memory_limit_megabytes);
    solve(s, result);
  } else if (escape == ESCAPE_CANCELLED) {
    result->status = GLPK_CANCELLED;
  } else {
    int memory = strstr(s->last_text, "memory") != NULL;
    result->status = memory ? GLPK_OUT_OF_MEMORY : GLPK_FAULT;
    strncpy(result->message, s->last_text, sizeof result->message - 1);
  }
  close_session(s);
}

int32_t glpk_write_model(const glpk_model *model, const char *path, int32_t format) {
  glpk_options none = {0};
  session *s = open_session(model, &none);
  if (!s) return 1;
  volatile int32_t code = 1;
  if (setjmp(s->escape) == 0) {
    glp_init_env();
    glp_term_hook(on_text, s);
    glp_error_hook(on_error, s);
    glp_prob *problem = glp_create_prob();
    glp_set_prob_name(problem, "banbiao");
    load(problem, model);
    code = format == 0 ? glp_write_mps(problem, GLP_MPS_FILE, NULL, path) : glp_write_lp(problem, NULL, path);
    glp_delete_prob(problem);
  }
  close_session(s);
  return code;
}
