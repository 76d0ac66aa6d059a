-- Over the whole year, as many flights arrive as depart.
select sum(departures) as departures, sum(arrivals) as arrivals
from (
    select
        case when direction = 'departure' then flights else 0 end as departures,
        case when direction = 'arrival' then flights else 0 end as arrivals
    from {{ ref('int_route_ends') }}
) as ends
having sum(departures) <> sum(arrivals)
