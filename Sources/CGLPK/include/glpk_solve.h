// One crash-proof call into GLPK.
//
// GLPK answers misuse, an exhausted memory limit and internal faults with abort(). Its one documented way out is an error
// hook that leaves by longjmp, and longjmp must not cross Swift frames. So a problem lives inside a single C call: it is
// built, solved, read back and freed here, and the callbacks given by the caller are leaves that never call GLPK.
// Every call uses the calling thread's own GLPK environment, so that calls on different threads may run at once.
#pragma once
#include <stdint.h>

typedef struct {
  int32_t rows, columns;
  const double *objective;                      // [columns], minimised
  const double *column_lower, *column_upper;    // [columns], infinite where there is no bound
  const uint8_t *is_integer;                    // [columns]
  const double *row_lower, *row_upper;          // [rows]
  int32_t nonzeros;                             // triplets, indices from 0, no pair of indices twice
  const int32_t *row_index, *column_index;
  const double *value;
  const char *const *row_names;                 // [rows] or NULL
  const char *const *column_names;              // [columns] or NULL
} glpk_model;

enum { GLPK_CONTINUE = 0, GLPK_STOP = 1 };

typedef struct {
  int32_t time_limit_milliseconds;   // 0: none
  int32_t memory_limit_megabytes;    // 0: none
  int32_t iteration_limit;           // of the root simplex; 0: none
  int32_t node_limit;                // of the search tree; 0: none
  double relative_gap;               // stop the search tree at this gap; 0: prove optimality
  int32_t relax_integers;            // solve the linear relaxation only
  int32_t cuts;                      // mixed integer rounding cuts
  const double *incumbent;           // [columns] a feasible point handed to the search tree, or NULL
  const uint8_t *row_basis;          // [rows] and [columns] GLPK's states of an earlier basis from which the simplex
  const uint8_t *column_basis;       // method starts, or NULL: from the slack basis
  int32_t (*poll)(void *context);    // asked often; GLPK_STOP ends the call at once. May be NULL
  void *context;
} glpk_options;

enum {
  GLPK_OPTIMAL = 0,      // proved
  GLPK_FEASIBLE,         // a point, not proved best
  GLPK_INFEASIBLE,
  GLPK_UNBOUNDED,
  GLPK_NO_POINT,         // a limit came before any point
  GLPK_CANCELLED,        // poll said stop
  GLPK_OUT_OF_MEMORY,
  GLPK_FAULT             // GLPK refused or failed: see message
};

typedef struct {
  int32_t status;
  double objective;      // NAN without a point
  double bound;          // NAN where none is proved
  int32_t iterations, nodes;
  double *values;        // [columns], given by the caller
  double *row_duals;     // [rows] or NULL; linear programs only
  double *reduced_costs; // [columns] or NULL; linear programs only
  uint8_t *row_basis;    // [rows] and [columns] GLPK's states of the last basis, or NULL; linear programs only
  uint8_t *column_basis;
  char message[256];
} glpk_result;

void glpk_solve_model(const glpk_model *model, const glpk_options *options, glpk_result *result);

// Writes the model to a file, as free MPS (format 0) or in CPLEX LP format (format 1). Returns 0, or another number where it
// could not.
int32_t glpk_write_model(const glpk_model *model, const char *path, int32_t format);
