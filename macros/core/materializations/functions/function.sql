{# A user-defined function. The macro that writes its DDL is found by the function's type and language. #}

{% materialization function, default, supported_languages=['sql', 'python', 'javascript'] %}
  {%- set existing_relation = load_cached_relation(this) -%}
  {%- set target_relation = this.incorporate(type=this.Function) -%}
  {%- do run_hooks(pre_hooks) -%}

  {%- set macro_name = this.get_function_macro_name(this.get_function_config(model)) -%}
  {#- under another name, because a call of adapter.dispatch must have a literal name -#}
  {%- set find_macro = adapter.dispatch -%}
  {%- set build_sql = find_macro(macro_name, 'dbt')(target_relation) -%}
  {%- do function_execute_build_sql(build_sql, existing_relation, target_relation) -%}

  {%- do run_hooks(post_hooks) -%}
  {%- do return({'relations': [target_relation]}) -%}
{% endmaterialization %}
