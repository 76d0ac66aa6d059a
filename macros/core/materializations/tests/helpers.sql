{# The queries around a data test and a unit test. #}

{% macro get_test_sql(main_sql, fail_calc, warn_if, error_if, limit) -%}
  {%- do return(adapter.dispatch("get_test_sql", "dbt")(main_sql, fail_calc, warn_if, error_if, limit)) -%}
{%- endmacro %}

{% macro default__get_test_sql(main_sql, fail_calc, warn_if, error_if, limit) -%}
select
    {{ fail_calc }} as failures,
    {{ fail_calc }} {{ warn_if }} as should_warn,
    {{ fail_calc }} {{ error_if }} as should_error
from (
    {{ main_sql }}
    {% if limit is not none %}limit {{ limit }}{% endif %}
) dbt_internal_test
{%- endmacro %}


{% macro get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
  {%- do return(adapter.dispatch("get_unit_test_sql", "dbt")(main_sql, expected_fixture_sql, expected_column_names)) -%}
{%- endmacro %}

{#- Actual and expected rows below each other, told apart by the column actual_or_expected. #}
{% macro default__get_unit_test_sql(main_sql, expected_fixture_sql, expected_column_names) -%}
{%- set sides = {'actual': main_sql, 'expected': expected_fixture_sql} -%}
with
{%- for side, side_sql in sides.items() %}
dbt_internal_unit_test_{{ side }} as (
  select {{ expected_column_names | join(', ') }}, {{ dbt.string_literal(side) }} as {{ adapter.quote('actual_or_expected') }}
  from (
    {{ side_sql }}
  ) _dbt_internal_unit_test_{{ side }}
){{ ',' if not loop.last }}
{%- endfor %}
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected
{%- endmacro %}
